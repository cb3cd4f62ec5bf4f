package io.omnigraph.io.load;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/**
 * The bytes of an input, decompressed, and how many were read of it as it is stored. What is
 * compressed with gzip or Zstandard is known by its first bytes, which no JSON has (RFC 1952, RFC
 * 8878). Used by one thread.
 */
final class CountedInput implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private final Counter counter;
  private final InputStream content;

  private CountedInput(Counter counter, InputStream content) {
    this.counter = counter;
    this.content = content;
  }

  /** Opens a source. */
  static CountedInput of(LoadSource source) throws IOException {
    Counter counter = new Counter(source.open());
    try {
      return new CountedInput(counter, decompressed(counter));
    } catch (IOException e) {
      counter.close();
      throw e;
    }
  }

  /** The bytes. */
  InputStream content() {
    return content;
  }

  /** The number of bytes that were read of the source. */
  long count() {
    return counter.count;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static InputStream decompressed(InputStream in) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, ZSTANDARD.length);
    byte[] first = whole.readNBytes(ZSTANDARD.length);
    whole.unread(first);
    if (startsWith(first, GZIP)) {
      return new GzipInput(whole);
    }
    return startsWith(first, ZSTANDARD)
        ? new Zstandard(new BufferedInputStream(whole, BUFFER))
        : whole;
  }

  private static boolean startsWith(byte[] bytes, byte[] wanted) {
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }

  /** Says of damaged input what other streams say. */
  private static final class Zstandard extends FilterInputStream {

    Zstandard(InputStream in) throws IOException {
      super(new ZstdInputStream(in));
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      try {
        return super.read(to, offset, length);
      } catch (MalformedInputException e) {
        throw new IOException("the Zstandard data is damaged, or something else follows it", e);
      }
    }
  }

  /** Counts what is read. */
  private static final class Counter extends FilterInputStream {

    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = super.read(to, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
