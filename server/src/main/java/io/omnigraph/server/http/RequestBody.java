package io.omnigraph.server.http;

import io.omnigraph.server.request.IncompleteBodyException;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;

/**
 * The body of a request, which must have arrived whole by a deadline. A client that waits to be
 * asked for it is asked when it is opened. Used by one thread.
 */
final class RequestBody extends InputStream {

  private final StreamSourceChannel channel;
  private final Duration longest;
  private final long deadline;

  private RequestBody(StreamSourceChannel channel, Duration longest) {
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
    ChunkedBody.install(exchange);
    StreamSourceChannel channel = exchange.getRequestChannel();
    if (channel == null) {
      throw new IllegalStateException("the body of a request is opened once");
    }
    return new RequestBody(channel, longest);
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
          throw IncompleteBodyException.late(longest.toSeconds());
        }
        channel.awaitReadable(left, TimeUnit.NANOSECONDS);
      }
    } catch (IncompleteBodyException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw IncompleteBodyException.broken(e);
    }
  }

  /** What was not read is left to the connection, which is done with it when the answer is out. */
  @Override
  public void close() {}
}
