package io.omnigraph.server.http;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.limit.Limit;
import io.omnigraph.server.pipeline.Generation;
import io.omnigraph.server.pipeline.Pipeline;
import io.omnigraph.server.stage.Refusal;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Hands each request to a virtual thread of its own, with the generation that is current then. */
final class RequestHandler implements HttpHandler {

  private final Supplier<Generation> current;
  private final Executor virtualThreads;
  private final InFlight inFlight;

  RequestHandler(Supplier<Generation> current, Executor virtualThreads, InFlight inFlight) {
    this.current = current;
    this.virtualThreads = virtualThreads;
    this.inFlight = inFlight;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    List<String> authorizations = HeadConduit.values(exchange, "Authorization");
    exchange.dispatch(virtualThreads, dispatched -> serve(dispatched, authorizations));
  }

  private void serve(HttpServerExchange exchange, List<String> authorizations) {
    // The body is read by ourselves; what the library offers for it drains it when it is closed.
    exchange.startBlocking(new AnswerStream(exchange));
    ExchangeResponder responder = new ExchangeResponder(exchange);
    if (!inFlight.enter()) {
      exchange.setPersistent(false);
      Problem stopping = new Problem(503, "internal", "the server is stopping", Map.of());
      responder.refuse(Refusal.of(stopping));
      responder.end();
      return;
    }
    Generation generation = current.get();
    Duration bodyTimeout = generation.limits().time(Limit.BODY_SECONDS);
    try {
      new Pipeline(generation)
          .serve(new ExchangeCall(exchange, authorizations, bodyTimeout), responder);
      responder.end();
    } finally {
      inFlight.leave();
      RequestBody.discardRest(exchange, bodyTimeout);
    }
  }
}
