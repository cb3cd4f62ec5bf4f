package io.omnigraph.server.http;

import io.omnigraph.server.request.IncompleteBodyException;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.channels.StreamSourceChannel;

/**
 * The body of a request, which must have arrived whole by a deadline. A client that waits to be
 * asked for it is asked when it is opened. Used by one thread.
 */
final class RequestBody extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);
  private static final AttachmentKey<RequestBody> OPENED = AttachmentKey.create(RequestBody.class);
  private static final int DISCARDED_AT_ONCE = 16_384;

  private final HttpServerExchange exchange;
  private final StreamSourceChannel channel;
  private final Duration longest;
  private final long deadline;

  private RequestBody(HttpServerExchange exchange, StreamSourceChannel channel, Duration longest) {
    this.exchange = exchange;
    this.channel = channel;
    this.longest = longest;
    this.deadline = System.nanoTime() + longest.toNanos();
  }

  /**
   * Opens the body of a request, once.
   *
   * @param longest how long it may take to arrive
   */
  static InputStream open(HttpServerExchange exchange, Duration longest) throws IOException {
    if (HttpContinue.requiresContinueResponse(exchange)) {
      HttpContinue.sendContinueResponseBlocking(exchange);
    }
    return take(exchange, longest);
  }

  /**
   * Throws away what is left of a body after the answer was sent, so that its sender gets to read
   * the answer: a connection that is closed over unread bytes is reset. Ends when the body is late.
   *
   * @param longest how long the rest may take to arrive
   */
  static void discardRest(HttpServerExchange exchange, Duration longest) {
    if (exchange.isRequestComplete() || HttpContinue.requiresContinueResponse(exchange)) {
      return;
    }
    RequestBody opened = exchange.getAttachment(OPENED);
    byte[] discarded = new byte[DISCARDED_AT_ONCE];
    try (RequestBody rest = opened == null ? take(exchange, longest) : opened) {
      while (rest.read(discarded, 0, discarded.length) >= 0) {
        // Nobody wants it.
      }
    } catch (IOException e) {
      LOG.debug("the rest of a body did not arrive", e);
      exchange.setPersistent(false);
    }
  }

  private static RequestBody take(HttpServerExchange exchange, Duration longest) {
    ChunkedBody.install(exchange);
    StreamSourceChannel channel = exchange.getRequestChannel();
    if (channel == null) {
      throw new IllegalStateException("the body of a request is opened once");
    }
    RequestBody body = new RequestBody(exchange, channel, longest);
    exchange.putAttachment(OPENED, body);
    return body;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
    try {
      while (true) {
        int count = channel.read(target);
        if (count != 0) {
          return count;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          exchange.setPersistent(false);
          throw IncompleteBodyException.late(longest.toSeconds());
        }
        channel.awaitReadable(left, TimeUnit.NANOSECONDS);
      }
    } catch (IncompleteBodyException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      exchange.setPersistent(false);
      throw IncompleteBodyException.broken(e);
    }
  }

  /** What was not read is thrown away when the answer is out. */
  @Override
  public void close() {}
}
