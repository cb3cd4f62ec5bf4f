package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.embed.EmbeddingException;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.graph.write.WriteRejected;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Turns what stops a query into what clients see (HTTP specification, section 7.2). */
final class Failures {

  private Failures() {}

  /** A handler whose expected failures are replies. */
  static <I, O> Route.Handler<I, O> handler(Function<Request<I>, Reply<O>> work) {
    return request -> {
      try {
        return work.apply(request);
      } catch (QueryRejected | WriteRejected | NoEmbedderException e) {
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

  private static InterruptedException interrupted(CancellationException cause) {
    InterruptedException interrupted = new InterruptedException(message(cause));
    interrupted.initCause(cause);
    return interrupted;
  }

  private static String message(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }
}
