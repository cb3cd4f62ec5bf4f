package io.omnigraph.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.StreamException;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.ground.json.Json;
import io.omnigraph.server.pipeline.Responder;
import io.omnigraph.server.stage.Refusal;
import io.undertow.io.UndertowOutputStream;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes the answer to one request through Undertow. */
final class ExchangeResponder implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeResponder.class);
  private static final String JSON = "application/json";
  private static final int PAYLOAD_TOO_LARGE = 413;
  private static final int INTERNAL = 500;

  private final HttpServerExchange exchange;
  private @Nullable OutputStream written;

  ExchangeResponder(HttpServerExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void succeed(Object body) {
    if (body instanceof StreamedReply stream) {
      write(200, stream.mediaType(), stream::writeTo);
    } else {
      write(200, JSON, out -> Json.mapper().writeValue(out, body));
    }
  }

  @Override
  public void refuse(Refusal refusal) {
    Problem problem = refusal.problem();
    LOG.atLevel(problem.status() >= INTERNAL ? Level.WARN : Level.INFO)
        .log("{} {}", described(problem), problem.message());
    refusal
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (problem.status() == PAYLOAD_TOO_LARGE) {
      exchange.setPersistent(false);
    }
    write(problem);
  }

  @Override
  public void fail(Problem problem, Throwable cause) {
    LOG.error("{}", described(problem), cause);
    write(problem);
  }

  private String described(Problem problem) {
    return problem.status() + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI();
  }

  private void write(Problem problem) {
    write(problem.status(), JSON, out -> Json.mapper().writeValue(out, envelope(problem)));
  }

  /** The JSON error body of a problem. */
  static ObjectNode envelope(Problem problem) {
    return problem.body();
  }

  /** Writes an answer; one that breaks off after its head cuts the connection. */
  private void write(int status, String mediaType, Writing body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, mediaType);
    OutputStream out = exchange.getOutputStream();
    try {
      body.writeTo(new KeptOpen(out));
      written = out;
    } catch (StreamException e) {
      LOG.warn("{} {}", described(e.problem()), e.problem().message());
      breakOff(out, e.problem());
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.error("the answer to {} cannot be written", exchange.getRequestURI(), e);
      breakOff(out, Problem.internal("the answer cannot be written"));
    } catch (IOException e) {
      LOG.debug("the client of {} is gone", exchange.getRequestURI(), e);
      cut();
    }
  }

  /**
   * Ends the answer that was written. Not done before the request has given back what it held: with
   * the end of an answer its connection may send the next request.
   */
  void end() {
    if (written == null) {
      return;
    }
    try {
      written.close();
    } catch (IOException e) {
      LOG.debug("the client of {} is gone", exchange.getRequestURI(), e);
      cut();
    }
  }

  /** Answers anew while nothing was sent yet; after that, cutting the connection must tell. */
  private void breakOff(OutputStream out, Problem problem) {
    if (exchange.isResponseStarted() || !(out instanceof UndertowOutputStream buffered)) {
      cut();
      return;
    }
    buffered.resetBuffer();
    exchange.setStatusCode(problem.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
    try {
      Json.mapper().writeValue(out, envelope(problem));
    } catch (IOException e) {
      LOG.debug("the client of {} is gone", exchange.getRequestURI(), e);
      cut();
    }
  }

  private void cut() {
    try {
      exchange.getConnection().close();
    } catch (IOException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }

  /** Something that writes a body. */
  @FunctionalInterface
  private interface Writing {

    void writeTo(OutputStream out) throws IOException;
  }

  /** A stream that its writer cannot close, so that a broken answer never looks complete. */
  private static final class KeptOpen extends FilterOutputStream {

    private KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {
      // Closed by whoever opened it, once the whole body is written.
    }
  }
}
