package io.omnigraph.server.http;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Gives the refusals that Undertow makes itself, before a request reaches the server, the JSON
 * error body: it writes a head that says that no body follows, and offers no way to change that. No
 * body that the server writes looks so, for in JSON there is no carriage return.
 */
final class RefusalConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final int LONGEST = 1024;
  private static final Pattern EMPTY_REFUSAL =
      Pattern.compile(
          "HTTP/1\\.[01] ([45][0-9][0-9]) [^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*"
              + "Content-Length: 0\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n");

  /** What is left of our refusal once it is begun. Used by one thread at a time. */
  private @Nullable ByteBuffer refusal;

  RefusalConduit(StreamSinkConduit next) {
    super(next);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    ByteBuffer rest = refusal;
    if (rest == null) {
      Optional<ByteBuffer> ours = replacement(bytes);
      if (ours.isEmpty()) {
        return super.write(bytes);
      }
      rest = ours.get();
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

  private static Optional<ByteBuffer> replacement(ByteBuffer bytes) {
    if (bytes.remaining() > LONGEST
        || !bytes.hasRemaining()
        || bytes.get(bytes.position()) != 'H') {
      return Optional.empty();
    }
    Matcher refused = EMPTY_REFUSAL.matcher(StandardCharsets.ISO_8859_1.decode(bytes.duplicate()));
    return refused.matches()
        ? Optional.of(ours(Integer.parseInt(refused.group(1))))
        : Optional.empty();
  }

  private static ByteBuffer ours(int status) {
    Problem problem =
        new Problem(
            status,
            "bad_request",
            "the request is no HTTP/1.1 that this server can read, or its head is too long",
            Map.of());
    byte[] body =
        Json.compact(ExchangeResponder.envelope(problem)).getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " Bad Request\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    return ByteBuffer.allocate(head.length() + body.length)
        .put(head.getBytes(StandardCharsets.US_ASCII))
        .put(body)
        .flip();
  }
}
