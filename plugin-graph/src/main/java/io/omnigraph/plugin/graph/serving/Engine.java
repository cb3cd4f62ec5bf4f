package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.write.WriteRejected;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Turns what the engine throws into what clients see (HTTP specification, section 7.2). */
final class Engine {

  private Engine() {}

  /** A handler whose engine failures are replies. */
  static <I, O> Route.Handler<I, O> handler(Function<Request<I>, Reply<O>> work) {
    return request -> {
      try {
        return work.apply(request);
      } catch (RuntimeException e) {
        return Reply.failed(problem(e).orElseThrow(() -> e));
      }
    };
  }

  /** Access that is worked out with the engine's help. */
  static <I> Function<Request<I>, Access> access(Function<Request<I>, Access> work) {
    return request -> {
      try {
        return work.apply(request);
      } catch (RuntimeException e) {
        return new Access.Rejected(problem(e).orElseThrow(() -> e));
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
