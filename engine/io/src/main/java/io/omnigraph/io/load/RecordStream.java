package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The JSON values of a stream, one by one, with any white space between them
 * (docs/reference/graph-engine.md §2.2). The bytes of a value lie in one array, so that plain
 * records can be read from there; the others are read as trees. Used by one thread.
 */
final class RecordStream implements AutoCloseable {

  private static final int BUFFER = 4 << 20;
  private static final int LOOK_AHEAD = BUFFER / 8;
  private static final int LONGEST = Integer.MAX_VALUE - 64;

  private final String source;
  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int limit;
  private int line = 1;
  private long record;
  private boolean isAtEnd;

  RecordStream(String source, InputStream in) throws IOException {
    this.source = source;
    this.in = in;
    fill();
    start = Utf8.markLength(buffer, 0, limit);
  }

  /**
   * Goes to the next value; false when there is none.
   *
   * @throws IOException when the stream cannot be read
   */
  boolean next() throws IOException {
    for (; ; start++) {
      if (limit - start < LOOK_AHEAD && !isAtEnd) {
        fill();
      }
      if (start == limit) {
        return false;
      }
      switch (buffer[start]) {
        case '\n' -> line++;
        case ' ', '\t', '\r' -> {}
        default -> {
          record++;
          return true;
        }
      }
    }
  }

  /** The array that the current value is in. Not to be kept beyond the next call. */
  byte[] buffer() {
    return buffer;
  }

  /** Where the current value begins. */
  int start() {
    return start;
  }

  /** Where the bytes that are known end; the value may be longer. */
  int limit() {
    return limit;
  }

  /** Where the current value stands. */
  Place place() {
    return new Place(source, line, record);
  }

  /** The line in which the current value begins, from 1. */
  int line() {
    return line;
  }

  /** The number of the current value, from 1. */
  long record() {
    return record;
  }

  /** Goes behind the current value, which has no line ends in it. */
  void skipTo(int end) {
    start = end;
  }

  /** Reads the current value as a tree and goes behind it. */
  Read tree() throws IOException {
    Place place = place();
    int end = end();
    return switch (Json.parse(buffer, start, end)) {
      case ParsedJson.Value(JsonNode json) -> {
        skipTo(end);
        yield new Value(place, json);
      }
      case ParsedJson.Refused refused ->
          new Broken(
              new Place(source, place.line() + refused.line() - 1, record), refused.reason());
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Where the current value ends as far as brackets and quotes tell; counts its lines. */
  private int end() throws IOException {
    ValueScan scan = new ValueScan();
    for (int offset = 0; ; offset++) {
      if (start + offset == limit) {
        fill();
        if (start + offset == limit) {
          return limit;
        }
      }
      byte b = buffer[start + offset];
      switch (scan.step(b)) {
        case INSIDE -> line += b == '\n' ? 1 : 0;
        case LAST -> {
          return start + offset + 1;
        }
        case BEHIND -> {
          return start + offset;
        }
      }
    }
  }

  /** Reads more behind what is known, and moves the current value to the front to make room. */
  private void fill() throws IOException {
    int known = limit - start;
    if (known == buffer.length) {
      if (known == LONGEST) {
        throw new IOException("record " + record + " is longer than 2 GiB");
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * known, LONGEST));
    } else if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, known);
    }
    start = 0;
    limit = known;
    while (!isAtEnd && limit < buffer.length) {
      int count = in.read(buffer, limit, buffer.length - limit);
      isAtEnd = count < 0;
      limit += Math.max(count, 0);
    }
  }

  /** What was read. */
  sealed interface Read {

    /** Where it begins; of a broken value, where it breaks. */
    Place place();
  }

  /** A value. */
  record Value(Place place, JsonNode json) implements Read {}

  /** Not JSON; nobody can tell where the next value would begin. */
  record Broken(Place place, String reason) implements Read {}
}
