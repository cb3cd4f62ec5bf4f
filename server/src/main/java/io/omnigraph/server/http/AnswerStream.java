package io.omnigraph.server.http;

import io.undertow.io.BlockingReceiverImpl;
import io.undertow.io.BlockingSenderImpl;
import io.undertow.io.Receiver;
import io.undertow.io.Sender;
import io.undertow.io.UndertowOutputStream;
import io.undertow.server.BlockingHttpExchange;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The blocking side of an exchange of which only the answer is used. */
final class AnswerStream implements BlockingHttpExchange {

  private final HttpServerExchange exchange;
  private final UndertowOutputStream out;

  AnswerStream(HttpServerExchange exchange) {
    this.exchange = exchange;
    this.out = new UndertowOutputStream(exchange);
  }

  @Override
  public InputStream getInputStream() {
    throw new UnsupportedOperationException("the body is read from its channel");
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public Sender getSender() {
    return new BlockingSenderImpl(exchange, out);
  }

  @Override
  public Receiver getReceiver() {
    return new BlockingReceiverImpl(exchange, InputStream.nullInputStream());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
