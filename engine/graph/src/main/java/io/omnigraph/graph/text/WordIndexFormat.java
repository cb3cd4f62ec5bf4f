package io.omnigraph.graph.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An index as bytes, big-endian: the mark {@code OGW1}, the numbers of rows, of words and of bytes
 * of postings; the words, each as two texts with their lengths; the length of the postings of each
 * word; the postings; the lengths of the rows; the CRC-32C of all that.
 */
public final class WordIndexFormat {

  private static final int MARK = 0x4f475731;

  private WordIndexFormat() {}

  /** The bytes of an index. */
  public static byte[] write(WordIndex index) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MARK);
      out.writeInt(index.rows());
      out.writeInt(index.words().length);
      out.writeInt(index.postings().length);
      for (Word word : index.words()) {
        text(out, word.stem());
        text(out, word.written());
      }
      int[] starts = index.starts();
      for (int i = 1; i < starts.length; i++) {
        out.writeInt(starts[i] - starts[i - 1]);
      }
      out.write(index.postings());
      ByteBuffer lengths = ByteBuffer.allocate(Integer.BYTES * index.rows());
      lengths.asIntBuffer().put(index.lengths());
      out.write(lengths.array());
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The index that some bytes are; empty when they are not an undamaged index of so many rows, in
   * which case it is to be built from the texts.
   */
  public static Optional<WordIndex> read(byte[] bytes, int rows) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 5 * Integer.BYTES
        || in.getInt() != MARK
        || in.getInt() != rows
        || checksum(bytes, bytes.length - Integer.BYTES)
            != in.getInt(bytes.length - Integer.BYTES)) {
      return Optional.empty();
    }
    Word[] words = new Word[in.getInt()];
    byte[] postings = new byte[in.getInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = new Word(text(in), text(in));
    }
    int[] starts = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      starts[i + 1] = starts[i] + in.getInt();
    }
    in.get(postings);
    int[] lengths = new int[rows];
    in.asIntBuffer().get(lengths);
    return Optional.of(new WordIndex(words, starts, postings, lengths));
  }

  private static int checksum(byte[] bytes, int count) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, count);
    return (int) sum.getValue();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(utf8.length);
    out.write(utf8);
  }

  private static String text(ByteBuffer in) {
    byte[] utf8 = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
