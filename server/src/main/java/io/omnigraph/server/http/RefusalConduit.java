package io.omnigraph.server.http;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Gives Undertow's own refusal of a request that it cannot read the JSON error body. It knows one
 * answer for all of them, always writes it whole, and offers no way to change it.
 */
final class RefusalConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final byte[] LIBRARYS =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OURS = ours();

  /** What is left of our refusal once it is begun. Used by the connection's I/O thread alone. */
  private @Nullable ByteBuffer refusal;

  RefusalConduit(StreamSinkConduit next) {
    super(next);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    ByteBuffer rest = refusal;
    if (rest == null) {
      if (!bytes.equals(ByteBuffer.wrap(LIBRARYS))) {
        return super.write(bytes);
      }
      rest = ByteBuffer.wrap(OURS);
      refusal = rest;
    }
    while (rest.hasRemaining()) {
      if (super.write(rest) == 0) {
        return 0;
      }
    }
    int replaced = bytes.remaining();
    bytes.position(bytes.limit());
    return replaced;
  }

  private static byte[] ours() {
    Problem problem =
        Problem.badRequest(
            "the request is no HTTP/1.1 that this server can read, or its head is too long");
    byte[] body =
        Json.compact(ExchangeResponder.envelope(problem)).getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer whole = ByteBuffer.allocate(head.length + body.length).put(head).put(body);
    return whole.array();
  }
}
