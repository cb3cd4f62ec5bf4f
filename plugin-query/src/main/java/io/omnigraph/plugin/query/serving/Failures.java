package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.embed.EmbeddingException;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.json.Json;
import io.omnigraph.query.problem.Diagnostic;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Turns what stops a query into what clients see (HTTP specification, section 7.2). */
final class Failures {

  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  private Failures() {}

  /** A preparation of which expected failures, and those of the prepared work, are replies. */
  static <I, O> Route.Preparation<I, O> preparing(Route.Preparation<I, O> preparation) {
    return request -> {
      try {
        return switch (preparation.prepare(request)) {
          case Prepared.Refused<O> refused -> refused;
          case Prepared.Ready<O>(var checks, var work) -> new Prepared.Ready<>(checks, safe(work));
        };
      } catch (QueryRejected e) {
        return Prepared.refused(rejected(e));
      } catch (NoSuchTargetException e) {
        return Prepared.refused(Problem.notFound(message(e)));
      } catch (GraphException e) {
        return Prepared.refused(Problem.conflict(message(e)));
      }
    };
  }

  private static <O> Prepared.Work<O> safe(Prepared.Work<O> work) {
    return () -> {
      try {
        return work.run();
      } catch (QueryRejected e) {
        return Reply.failed(rejected(e));
      } catch (WriteRejected | NoEmbedderException e) {
        return Reply.failed(Problem.badRequest(message(e)));
      } catch (NoSuchTargetException e) {
        return Reply.failed(Problem.notFound(message(e)));
      } catch (GraphException e) {
        return Reply.failed(Problem.conflict(message(e)));
      } catch (EmbeddingException e) {
        return Reply.failed(Problem.internal(message(e)));
      } catch (UncheckedIOException e) {
        return Reply.failed(Problem.internal("storage: " + message(e)));
      } catch (CancellationException e) {
        throw interrupted(e);
      }
    };
  }

  /** A refused query with its diagnostics, or with the limit that it ran into. */
  private static Problem rejected(QueryRejected refused) {
    Map<String, JsonNode> details = new HashMap<>();
    refused.limit().ifPresent(limit -> details.put("resource_limit", Json.tree(limit)));
    List<Diagnostic> diagnostics = refused.diagnostics();
    if (diagnostics.size() == 1) {
      details.put("diagnostic", Json.tree(diagnostics.getFirst()));
    } else if (!diagnostics.isEmpty()) {
      details.put("diagnostics", Json.tree(diagnostics));
    }
    return refused.limit().isPresent()
        ? new Problem(TOO_LARGE, "resource_limit", message(refused), details)
        : new Problem(BAD_REQUEST, "bad_request", message(refused), details);
  }

  private static InterruptedException interrupted(CancellationException cause) {
    InterruptedException interrupted = new InterruptedException(message(cause));
    interrupted.initCause(cause);
    return interrupted;
  }

  private static String message(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }
}
