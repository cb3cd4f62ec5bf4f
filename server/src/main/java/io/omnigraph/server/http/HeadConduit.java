package io.omnigraph.server.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Keeps the head of the request that is being read, because Undertow makes one blank of all white
 * space inside the values of fields, and credentials are compared as they were sent.
 *
 * <p>A head begins where the request before it ended, and ends where Undertow has stopped to parse
 * when it hands the request out; what was read ahead at either moment is known. Used by one thread
 * at a time: nothing reads heads while a request is served.
 */
final class HeadConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private static final byte[] NONE = {};

  private byte[] kept = NONE;
  private int length;
  private boolean isKeeping = true;

  HeadConduit(StreamSourceConduit next) {
    super(next);
  }

  /**
   * The values of a field in the head of a request, each byte as one character, without the white
   * space around them. Called once for each request, on the thread that has read the head.
   */
  static List<String> values(HttpServerExchange exchange, String field) {
    if (!(exchange.getConnection() instanceof HttpServerConnection connection)
        || !(connection.getOriginalSourceConduit() instanceof HeadConduit head)) {
      throw new IllegalStateException("a connection does not keep the heads of its requests");
    }
    String text = head.end(ahead(connection).length);
    exchange.addExchangeCompleteListener((_, next) -> {
      head.begin(ahead(connection));
      next.proceed();
    });
    return text.lines()
        .filter(line -> line.indexOf(':') > 0)
        .filter(line -> line.substring(0, line.indexOf(':')).strip().equalsIgnoreCase(field))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .toList();
  }

  private static byte[] ahead(HttpServerConnection connection) {
    PooledByteBuffer extra = connection.getExtraBytes();
    return extra == null ? NONE : bytes(extra.getBuffer().duplicate());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private String end(int ahead) {
    String head = new String(kept, 0, length - ahead, StandardCharsets.ISO_8859_1);
    isKeeping = false;
    kept = NONE;
    length = 0;
    return head;
  }

  private void begin(byte[] ahead) {
    isKeeping = true;
    kept = ahead;
    length = ahead.length;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int start = target.position();
    int count = super.read(target);
    if (isKeeping && count > 0) {
      keep(bytes(target.duplicate().limit(start + count).position(start)));
    }
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      if (targets[i].hasRemaining()) {
        return read(targets[i]);
      }
    }
    return 0;
  }

  private void keep(byte[] more) {
    if (length + more.length > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(length + more.length, 2 * kept.length));
    }
    System.arraycopy(more, 0, kept, length, more.length);
    length += more.length;
  }
}
