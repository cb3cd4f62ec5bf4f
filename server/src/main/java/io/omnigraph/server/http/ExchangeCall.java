package io.omnigraph.server.http;

import io.omnigraph.server.pipeline.Call;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request as Undertow has read it.
 *
 * @param authorizations the values of {@code Authorization} as they were sent
 * @param bodyTimeout how long its body may take to arrive
 */
record ExchangeCall(HttpServerExchange exchange, List<String> authorizations, Duration bodyTimeout)
    implements Call {

  @Override
  public String method() {
    return exchange.getRequestMethod().toString();
  }

  @Override
  public String path() {
    String uri = exchange.getRequestURI();
    if (!exchange.isHostIncludedInRequestURI()) {
      return uri;
    }
    int slash = uri.indexOf('/', uri.indexOf("://") + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }

  @Override
  public String query() {
    return exchange.getQueryString();
  }

  @Override
  public Optional<String> contentType() {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE));
  }

  @Override
  public OptionalLong contentLength() {
    long length = exchange.getRequestContentLength();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public boolean isUnbounded() {
    return exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
  }

  @Override
  public InputStream open() throws IOException {
    return RequestBody.open(exchange, bodyTimeout);
  }

  /**
   * Looks for the end of what the client sends, once its request is read. Whatever it sends ahead
   * belongs to its next request and is given back.
   */
  @Override
  public boolean isAbandoned() {
    if (!(exchange.getConnection() instanceof HttpServerConnection connection)
        || !exchange.isRequestComplete()
        || connection.getExtraBytes() != null) {
      return false;
    }
    PooledByteBuffer ahead = connection.getByteBufferPool().allocate();
    boolean isGivenBack = false;
    try {
      int read = connection.getOriginalSourceConduit().read(ahead.getBuffer());
      if (read > 0) {
        ahead.getBuffer().flip();
        connection.ungetRequestBytes(ahead);
        isGivenBack = true;
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    } finally {
      if (!isGivenBack) {
        ahead.close();
      }
    }
  }
}
