package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.write.WriteRejected;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Turns what the engine throws into what clients see (HTTP specification, section 7.2). */
final class Engine {

  private Engine() {}

  /** A preparation of which engine failures, and those of the prepared work, are replies. */
  static <I, O> Route.Preparation<I, O> preparing(Route.Preparation<I, O> preparation) {
    return request -> {
      try {
        return switch (preparation.prepare(request)) {
          case Prepared.Refused<O> refused -> refused;
          case Prepared.Ready<O>(var checks, var work) -> new Prepared.Ready<>(checks, safe(work));
        };
      } catch (RuntimeException e) {
        return Prepared.refused(problem(e).orElseThrow(() -> e));
      }
    };
  }

  private static <O> Prepared.Work<O> safe(Prepared.Work<O> work) {
    return () -> {
      try {
        return work.run();
      } catch (RuntimeException e) {
        return Reply.failed(problem(e).orElseThrow(() -> e));
      }
    };
  }

  /** What a client is told of a failure; empty when it is nothing that the engine announces. */
  private static Optional<Problem> problem(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case NoSuchTargetException _ -> Optional.of(Problem.notFound(message));
      case WriteRejected _ -> Optional.of(Problem.badRequest(message));
      case GraphException _ -> Optional.of(Problem.conflict(message));
      case DamagedGraphException _ -> Optional.of(Problem.conflict(message));
      case UncheckedIOException _ -> Optional.of(Problem.internal("storage: " + message));
      default -> Optional.empty();
    };
  }
}
