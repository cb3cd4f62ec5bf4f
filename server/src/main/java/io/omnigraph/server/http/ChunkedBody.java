package io.omnigraph.server.http;

import io.undertow.conduits.ChunkedStreamSourceConduit;
import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import org.xnio.conduits.PushBackStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Chunks as Undertow reads them, but for one thing: where they are badly framed, its own reader
 * closes the connection before anything can be answered, and this one leaves it open.
 */
final class ChunkedBody {

  private ChunkedBody() {}

  /** Reads the body of a request so, if it comes in chunks. Called before the body is opened. */
  static void install(HttpServerExchange exchange) {
    if (exchange.getConnection() instanceof HttpServerConnection connection
        && !exchange.isRequestComplete()
        && exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
      exchange.addRequestWrapper((_, reading) -> conduit(connection, reading));
    }
  }

  private static StreamSourceConduit conduit(
      HttpServerConnection connection, HttpServerExchange exchange) {
    PushBackStreamSourceConduit bytes =
        new PushBackStreamSourceConduit(
            new ReadDataStreamSourceConduit(connection.getOriginalSourceConduit(), connection));
    return new ChunkedStreamSourceConduit(
        bytes,
        bytes,
        connection.getByteBufferPool(),
        _ -> finish(connection, exchange, bytes),
        exchange,
        () -> {});
  }

  /** What follows the last chunk belongs to the next request. */
  private static void finish(
      HttpServerConnection connection,
      HttpServerExchange exchange,
      PushBackStreamSourceConduit bytes) {
    PooledByteBuffer ahead = connection.getByteBufferPool().allocate();
    boolean isGivenBack = false;
    try {
      if (bytes.read(ahead.getBuffer()) > 0) {
        ahead.getBuffer().flip();
        connection.ungetRequestBytes(ahead);
        isGivenBack = true;
      }
    } catch (IOException _) {
      exchange.setPersistent(false);
    } finally {
      if (!isGivenBack) {
        ahead.close();
      }
    }
    Connectors.terminateRequest(exchange);
  }
}
