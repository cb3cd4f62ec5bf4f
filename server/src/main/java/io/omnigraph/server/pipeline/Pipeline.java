package io.omnigraph.server.pipeline;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.server.admission.Admission;
import io.omnigraph.server.request.BodyReader;
import io.omnigraph.server.request.QueryString;
import io.omnigraph.server.request.ServedRequest;
import io.omnigraph.server.routing.RouteMatch;
import io.omnigraph.server.stage.Outcome;
import io.omnigraph.server.stage.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request through its stages: route, authentication, path parameters, query string, body,
 * authorization, admission, handler. The first stage that fails answers.
 */
public final class Pipeline {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final String ANONYMOUS = "anonymous";
  private static final String SECONDS_UNTIL_RETRY = "60";

  private final Generation generation;

  /** The stages over one generation. */
  public Pipeline(Generation generation) {
    this.generation = generation;
  }

  /** Answers a request. Called on a virtual thread; blocks while the body arrives. */
  public void serve(Call call, Responder responder) {
    try {
      switch (generation.routes().match(call.method(), call.path())) {
        case Outcome.Stopped<RouteMatch>(Refusal refusal) -> responder.refuse(refusal);
        case Outcome.Passed<RouteMatch>(RouteMatch match) ->
            serve(match.route(), match, call, responder);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      Problem stopping = new Problem(503, "internal", "the server is stopping", Map.of());
      responder.refuse(Refusal.of(stopping));
    } catch (UncheckedIOException e) {
      responder.fail(Problem.internal("io: " + e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      responder.fail(Problem.internal("the server failed; its log says why"), e);
    }
  }

  private <I, O> void serve(Route<I, O> route, RouteMatch match, Call call, Responder responder)
      throws InterruptedException {
    Outcome<Authorized<I>> authorized =
        identify(route, match, call)
            .then(actor ->
                read(route, match, call, actor).then(request -> authorize(route, request)));
    switch (authorized) {
      case Outcome.Stopped<Authorized<I>>(Refusal refusal) -> responder.refuse(refusal);
      case Outcome.Passed<Authorized<I>>(Authorized<I> request) -> admit(route, request, responder);
    }
  }

  /**
   * Who calls. Without a valid token only a route that says so itself, and takes no body, goes on.
   */
  private Outcome<Optional<String>> identify(Route<?, ?> route, RouteMatch match, Call call) {
    Outcome<Optional<String>> caller = generation.authentication().identify(call.authorization());
    return caller instanceof Outcome.Stopped && isPublic(route, match, call)
        ? Outcome.passed(Optional.empty())
        : caller;
  }

  private <I> boolean isPublic(Route<I, ?> route, RouteMatch match, Call call) {
    return route.body() instanceof Body.None
        && read(route, match, call, Optional.empty())
            .then(request -> Outcome.passed(route.access().apply(request)))
            .equals(Outcome.passed(new Access.Public()));
  }

  private <I> Outcome<Request<I>> read(
      Route<I, ?> route, RouteMatch match, Call call, Optional<String> actor) {
    return generation
        .parameters()
        .resolve(match.segments())
        .then(path ->
            QueryString.read(call.query())
                .then(query ->
                    body(route, call)
                        .then(body ->
                            Outcome.passed(
                                new ServedRequest<>(
                                    actor, path, query, body, call::isAbandoned)))));
  }

  private static <I> Outcome<Optional<I>> body(Route<I, ?> route, Call call) {
    try {
      return BodyReader.read(route.body(), call);
    } catch (IOException e) {
      LOG.debug("the body of {} {} did not arrive", call.method(), call.path(), e);
      return Outcome.stopped(Problem.badRequest("the request body could not be read"));
    }
  }

  private <I> Outcome<Authorized<I>> authorize(Route<I, ?> route, Request<I> request) {
    return switch (route.access().apply(request)) {
      case Access.Public() -> Outcome.passed(new Authorized<>(request, null));
      case Access.Rejected(Problem problem) -> Outcome.stopped(problem);
      case Access.Checked(List<Access.Check> checks, Long writeCost) ->
          generation
              .authorization()
              .objection(request.actor(), checks)
              .<Outcome<Authorized<I>>>map(Outcome::stopped)
              .orElseGet(() -> Outcome.passed(new Authorized<>(request, writeCost)));
    };
  }

  private <I, O> void admit(Route<I, O> route, Authorized<I> authorized, Responder responder)
      throws InterruptedException {
    Long cost = authorized.writeCost();
    if (cost == null) {
      answer(route, authorized.request(), responder);
      return;
    }
    String actor = authorized.request().actor().orElse(ANONYMOUS);
    switch (generation.admission().enter(actor, cost)) {
      case Admission.Entry.Rejected(String message) -> {
        Problem problem = new Problem(429, "too_many_requests", message, Map.of());
        responder.refuse(Refusal.of(problem, "Retry-After", SECONDS_UNTIL_RETRY));
      }
      case Admission.Entry.Admitted(Admission.Ticket ticket) -> {
        try (ticket) {
          answer(route, authorized.request(), responder);
        }
      }
    }
  }

  private static <I, O> void answer(Route<I, O> route, Request<I> request, Responder responder)
      throws InterruptedException {
    switch (route.handler().handle(request)) {
      case Reply.Ok<O>(O body) -> responder.succeed(body);
      case Reply.Failed<O>(Problem problem) -> responder.refuse(Refusal.of(problem));
    }
  }

  /**
   * A request whose checks all passed.
   *
   * @param writeCost the bytes it counts for in the admission; absent when it is not admitted
   */
  private record Authorized<I>(Request<I> request, @Nullable Long writeCost) {}
}
