package io.omnigraph.io.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of gzip members, one behind the other (RFC 1952). Unlike {@link
 * java.util.zip.GZIPInputStream}, which takes whatever follows a member for its end, it refuses
 * what is neither the end nor another member. Used by one thread.
 */
final class GzipInput extends InputStream {

  private static final int BUFFER = 1 << 16;
  private static final int DEFLATE = 8;
  private static final int HAS_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;
  private boolean isAtEnd;

  /** Reads the head of the first member. */
  GzipInput(InputStream source) throws IOException {
    this.source = source;
    head();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    while (length > 0 && !isAtEnd) {
      int count = inflate(to, offset, length);
      if (count > 0) {
        check.update(to, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else {
        feed();
      }
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }

  private int inflate(byte[] to, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(to, offset, length);
      if (inflater.needsDictionary()) {
        throw damaged();
      }
      return count;
    } catch (DataFormatException e) {
      throw new IOException("the gzip data is damaged", e);
    }
  }

  private void feed() throws IOException {
    if (at == limit && !fill()) {
      throw cutShort();
    }
    inflater.setInput(buffer, at, limit - at);
    at = limit;
  }

  private void endMember() throws IOException {
    at = limit - inflater.getRemaining();
    int wholeCheck = word();
    int wholeLength = word();
    if (wholeCheck != (int) check.getValue() || wholeLength != (int) inflater.getBytesWritten()) {
      throw damaged();
    }
    inflater.reset();
    check.reset();
    isAtEnd = at == limit && !fill();
    if (!isAtEnd) {
      head();
    }
  }

  private void head() throws IOException {
    if (octet() != 0x1F || octet() != 0x8B) {
      throw new IOException("something that is not gzip follows the gzip data");
    }
    int method = octet();
    int flags = octet();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw damaged();
    }
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(octet() | octet() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECK) != 0) {
      skip(2);
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      octet();
    }
  }

  private void skipText() throws IOException {
    while (octet() != 0) {
      // Up to the zero that ends it.
    }
  }

  private int word() throws IOException {
    return octet() | octet() << 8 | octet() << 16 | octet() << 24;
  }

  private int octet() throws IOException {
    if (at == limit && !fill()) {
      throw cutShort();
    }
    return buffer[at++] & 0xFF;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, source.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static IOException cutShort() {
    return new IOException("the gzip data is cut short");
  }

  private static IOException damaged() {
    return new IOException("the gzip data is damaged");
  }
}
