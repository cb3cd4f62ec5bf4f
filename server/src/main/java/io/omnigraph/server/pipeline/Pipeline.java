package io.omnigraph.server.pipeline;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.ground.Quantity;
import io.omnigraph.server.admission.Admission;
import io.omnigraph.server.request.ArrivingBody;
import io.omnigraph.server.request.BodyReader;
import io.omnigraph.server.request.IncompleteBodyException;
import io.omnigraph.server.request.QueryString;
import io.omnigraph.server.request.ServedRequest;
import io.omnigraph.server.routing.RouteMatch;
import io.omnigraph.server.stage.Refusal;
import io.omnigraph.server.stage.StageOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a request through its stages: route, authentication, path parameters, query string, gate,
 * what its head says of its body, admission, body, preparation, authorization, work. The first
 * stage that fails answers; nothing of a body is read for a caller whom the gate turns away or for
 * whom there is no place.
 */
public final class Pipeline {

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
        case StageOutcome.Stopped<RouteMatch>(Refusal refusal) -> responder.refuse(refusal);
        case StageOutcome.Passed<RouteMatch>(RouteMatch match) ->
            serve(match.route(), match, call, responder);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      Problem stopping = new Problem(503, "internal", "the server is stopping", Map.of());
      responder.refuse(Refusal.of(stopping));
    } catch (RuntimeException | StackOverflowError e) {
      responder.fail(Problem.internal("the server failed; its log says why"), e);
    }
  }

  private <I, O> void serve(Route<I, O> route, RouteMatch match, Call call, Responder responder)
      throws InterruptedException {
    switch (route.gate()) {
      case Gate.Open() -> {
        switch (head(match, call, Optional.<String>empty())) {
          case StageOutcome.Stopped<ServedRequest<Void>>(Refusal refusal) ->
              responder.refuse(refusal);
          case StageOutcome.Passed<ServedRequest<Void>>(var head) ->
              receive(route, head, call, responder);
        }
      }
      case Gate.Guarded guarded -> {
        switch (enter(route, guarded, match, call)) {
          case StageOutcome.Stopped<Entered>(Refusal refusal) -> responder.refuse(refusal);
          case StageOutcome.Passed<Entered>(Entered entered) ->
              admit(route, entered, call, responder);
        }
      }
    }
  }

  /** Everything that is decided before the body is read. */
  private StageOutcome<Entered> enter(
      Route<?, ?> route, Gate.Guarded guarded, RouteMatch match, Call call) {
    return generation
        .authentication()
        .identify(call.authorizations())
        .then(actor -> head(match, call, actor))
        .then(head -> {
          Gate.Entrance entrance = guarded.entrance().apply(head);
          return generation
              .authorization()
              .objection(head.actor(), entrance.demands())
              .<StageOutcome<Entered>>map(StageOutcome::stopped)
              .orElseGet(() ->
                  BodyReader.announced(route.body(), call)
                      .then(bytes -> fitting(new Entered(head, entrance.lane(), bytes))));
        });
  }

  private StageOutcome<ServedRequest<Void>> head(
      RouteMatch match, Call call, Optional<String> actor) {
    return generation
        .parameters()
        .resolve(match.segments())
        .then(path ->
            QueryString.read(call.query())
                .then(query ->
                    StageOutcome.passed(
                        new ServedRequest<>(
                            actor, path, query, Optional.empty(), call::isAbandoned))));
  }

  /** A body that could not be admitted even if it were the only one is never asked for again. */
  private StageOutcome<Entered> fitting(Entered entered) {
    long most = generation.admission().mostBytes(entered.lane());
    return entered.bytes() <= most
        ? StageOutcome.passed(entered)
        : StageOutcome.stopped(
            new Problem(
                413,
                "payload_too_large",
                "the request body may have "
                    + Quantity.of(entered.bytes(), "byte")
                    + ", and this server takes in at most "
                    + most
                    + " at a time",
                Map.of()));
  }

  private <I, O> void admit(Route<I, O> route, Entered entered, Call call, Responder responder)
      throws InterruptedException {
    String actor = entered.head().actor().orElse(ANONYMOUS);
    switch (generation.admission().enter(actor, entered.lane(), entered.bytes())) {
      case Admission.Entry.Rejected(String message) -> {
        Problem problem = new Problem(429, "too_many_requests", message, Map.of());
        responder.refuse(Refusal.of(problem, "Retry-After", SECONDS_UNTIL_RETRY));
      }
      case Admission.Entry.Admitted(Admission.Ticket ticket) -> {
        try (ticket) {
          receive(route, entered.head(), call, responder);
        }
      }
    }
  }

  private <I, O> void receive(
      Route<I, O> route, ServedRequest<Void> head, Call call, Responder responder)
      throws InterruptedException {
    switch (body(route, call)) {
      case StageOutcome.Stopped<Optional<I>>(Refusal refusal) -> responder.refuse(refusal);
      case StageOutcome.Passed<Optional<I>>(Optional<I> body) ->
          prepare(route, head.with(body), responder);
    }
  }

  private static <I> StageOutcome<Optional<I>> body(Route<I, ?> route, Call call)
      throws InterruptedException {
    try {
      return BodyReader.read(route.body(), call);
    } catch (IncompleteBodyException e) {
      return StageOutcome.stopped(e.problem());
    } catch (IOException e) {
      InterruptedException stopping = new InterruptedException("a body was still arriving");
      stopping.initCause(e);
      throw stopping;
    }
  }

  private <I, O> void prepare(Route<I, O> route, ServedRequest<I> request, Responder responder)
      throws InterruptedException {
    switch (route.preparation().prepare(request)) {
      case Prepared.Refused<O>(Problem problem) -> responder.refuse(Refusal.of(problem));
      case Prepared.Ready<O>(List<Access.Check> checks, Prepared.Work<O> work) -> {
        Optional<Problem> objection = generation.authorization().objection(request.actor(), checks);
        if (objection.isPresent()) {
          responder.refuse(Refusal.of(objection.get()));
        } else {
          answer(request, work, responder);
        }
      }
    }
  }

  /** A body that fails to arrive while it is worked on is what the caller hears of. */
  private static <O> void answer(
      ServedRequest<?> request, Prepared.Work<O> work, Responder responder)
      throws InterruptedException {
    Reply<O> reply;
    try {
      reply = work.run();
    } catch (RuntimeException e) {
      reply = Reply.failed(incomplete(request).orElseThrow(() -> e));
    }
    switch (reply) {
      case Reply.Ok<O>(O body) -> responder.succeed(body);
      case Reply.Failed<O>(Problem problem) ->
          responder.refuse(Refusal.of(incomplete(request).orElse(problem)));
    }
  }

  private static Optional<Problem> incomplete(ServedRequest<?> request) {
    return request.content().orElse(null) instanceof ArrivingBody arriving
        ? arriving.failure()
        : Optional.empty();
  }

  /**
   * A request whose caller passed the gate.
   *
   * @param bytes that its body can have at most
   */
  private record Entered(ServedRequest<Void> head, Lane lane, long bytes) {}
}
