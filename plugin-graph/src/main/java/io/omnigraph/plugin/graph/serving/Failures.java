package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.StreamException;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Service;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.ground.json.Json;
import io.omnigraph.io.export.UnexportableValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in HTTP why the engine did not do what it was asked to: the one mapping for all routes that
 * ask the engine, those of other slices included (docs/reference/http.md §7.2).
 */
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** What a client is told of a failure. */
  public static Problem problem(GraphFailure failure) {
    String message = failure.message();
    return switch (failure) {
      case GraphFailure.NotFound _ -> Problem.notFound(message);
      case GraphFailure.Rejected rejected ->
          new Problem(400, "bad_request", message, details(rejected));
      case GraphFailure.Denied _ -> Problem.forbidden(message);
      case GraphFailure.Conflict conflict ->
          new Problem(409, "conflict", message, details(conflict));
      case GraphFailure.Damaged _ -> Problem.conflict(message);
      case GraphFailure.Limit(_, var resource, var limit, var actual) ->
          new Problem(
              413,
              "resource_limit",
              message,
              Map.of("resource_limit", Json.tree(new ResourceLimit(resource, limit, actual))));
      case GraphFailure.Unavailable(Service service, _) ->
          switch (service) {
            case STORAGE -> new Problem(503, "graph_unavailable", message, Map.of());
            case EMBEDDING -> Problem.internal(message);
          };
      case GraphFailure.UnknownOutcome(var branch, var commit, _) ->
          new Problem(
              500,
              "internal",
              message,
              Map.of("unknown_outcome", Json.tree(new UnknownOutcome(branch, commit))));
    };
  }

  /** A failed reply. */
  public static <O> Reply<O> reply(GraphFailure failure) {
    return Reply.failed(problem(failure));
  }

  /** The same routes, whose failures of the engine are answers wherever they come up. */
  public static List<Route<?, ?>> answered(List<Route<?, ?>> routes) {
    return routes.stream().<Route<?, ?>>map(Failures::answered).toList();
  }

  private static <I, O> Route<I, O> answered(Route<I, O> route) {
    return new Route<>(
        route.operation(),
        route.method(),
        route.path(),
        route.gate(),
        route.body(),
        route.response(),
        request -> {
          try {
            return switch (route.preparation().prepare(request)) {
              case Prepared.Refused<O> refused -> refused;
              case Prepared.Ready<O>(var checks, var work) ->
                  new Prepared.Ready<>(checks, answered(work));
            };
          } catch (RuntimeException e) {
            return Prepared.refused(problemOf(e));
          }
        });
  }

  private static <O> Prepared.Work<O> answered(Prepared.Work<O> work) {
    return () -> {
      try {
        return streamed(work.run());
      } catch (CancellationException e) {
        throw interrupted(e);
      } catch (RuntimeException e) {
        return Reply.failed(problemOf(e));
      }
    };
  }

  /** A stream may meet a failure when its head was answered long ago. */
  // The body of a streamed reply is of no other type than that of streamed replies.
  @SuppressWarnings("unchecked")
  private static <O> Reply<O> streamed(Reply<O> reply) {
    return reply instanceof Reply.Ok<O>(StreamedReply stream)
        ? Reply.ok((O) new Stream(stream))
        : reply;
  }

  private static Problem problemOf(RuntimeException e) {
    GraphFailure failure = GraphFailureException.failureOf(e).orElseThrow(() -> e);
    switch (failure) {
      case GraphFailure.Damaged _, GraphFailure.Unavailable _, GraphFailure.UnknownOutcome _ -> {
        LOG.warn("{}", e.getMessage());
        LOG.debug("it came from here", e);
      }
      case GraphFailure.NotFound _,
          GraphFailure.Rejected _,
          GraphFailure.Denied _,
          GraphFailure.Conflict _,
          GraphFailure.Limit _ -> {}
    }
    return problem(failure);
  }

  private static InterruptedException interrupted(CancellationException cause) {
    InterruptedException interrupted = new InterruptedException(cause.getMessage());
    interrupted.initCause(cause);
    return interrupted;
  }

  private static Map<String, JsonNode> details(GraphFailure.Rejected rejected) {
    List<? extends GraphFailure.Finding> findings = rejected.findings();
    return switch (findings.size()) {
      case 0 -> Map.of();
      case 1 -> Map.of("diagnostic", Json.tree(findings.getFirst()));
      default -> Map.of("diagnostics", Json.tree(findings));
    };
  }

  private static Map<String, JsonNode> details(GraphFailure.Conflict conflict) {
    Map<String, JsonNode> details = new TreeMap<>();
    if (conflict.stale() != null) {
      details.put("manifest_conflict", Json.tree(conflict.stale()));
    }
    if (!conflict.rows().isEmpty()) {
      details.put("merge_conflicts", Json.tree(conflict.rows()));
    }
    return details;
  }

  private record ResourceLimit(String resource, long limit, long actual) {}

  /** What a client can look for, to find out what became of its write. */
  private record UnknownOutcome(String branch, String graphCommitId) {}

  private record Stream(StreamedReply reply) implements StreamedReply {

    @Override
    public String mediaType() {
      return reply.mediaType();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try {
        reply.writeTo(out);
      } catch (UnexportableValueException e) {
        throw new StreamException(Problem.badRequest(String.valueOf(e.getMessage())), e);
      } catch (RuntimeException e) {
        throw new StreamException(problemOf(e), e);
      }
    }
  }
}
