package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.values.text.TextBytes;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts as UTF-8, one after the other, with the place where each begins. Blocks of a fixed number
 * of rows have arrays of their own, so that all texts together may be longer than an array.
 */
final class TextBlocks extends Nulls implements Column.Texts {

  /** The rows of a block, as a power of two. */
  static final int SHIFT = 14;

  private static final int MASK = (1 << SHIFT) - 1;

  private final byte[][] bytes;
  private final int[][] offsets;

  /** Numbers for the texts, which go when memory is short. */
  private volatile SoftReference<Numbered> codes = new SoftReference<>(null);

  /** Whether they were asked for before; it does no harm when a thread does not see that. */
  private boolean isAsked;

  /**
   * Texts.
   *
   * @param bytes of each block
   * @param offsets where each text of a block begins, then where the last one ends
   */
  TextBlocks(byte[][] bytes, int[][] offsets, BitSet nulls) {
    super(nulls);
    this.bytes = bytes;
    this.offsets = offsets;
  }

  @Override
  public String get(int row) {
    return TextBytes.text(bytes[row >>> SHIFT], start(row), end(row));
  }

  @Override
  public byte[] utf8(int row) {
    return Arrays.copyOfRange(bytes[row >>> SHIFT], start(row), end(row));
  }

  @Override
  public int length(int row) {
    return end(row) - start(row);
  }

  @Override
  public boolean equalsUtf8(int row, byte[] value) {
    return TextBytes.equal(bytes[row >>> SHIFT], start(row), end(row), value);
  }

  @Override
  public int compareUtf8(int row, byte[] value) {
    return TextBytes.compare(bytes[row >>> SHIFT], start(row), end(row), value);
  }

  @Override
  public int hash(int row) {
    return TextBytes.hash(bytes[row >>> SHIFT], start(row), end(row));
  }

  @Override
  public boolean isEqual(int row, Column.Texts other, int otherRow) {
    if (other instanceof TextBlocks blocks) {
      return Arrays.equals(
          bytes[row >>> SHIFT],
          start(row),
          end(row),
          blocks.bytes[otherRow >>> SHIFT],
          blocks.start(otherRow),
          blocks.end(otherRow));
    }
    return equalsUtf8(row, other.utf8(otherRow));
  }

  @Override
  public int compare(int row, Column.Texts other, int otherRow) {
    if (other instanceof TextBlocks blocks) {
      return Arrays.compareUnsigned(
          bytes[row >>> SHIFT],
          start(row),
          end(row),
          blocks.bytes[otherRow >>> SHIFT],
          blocks.start(otherRow),
          blocks.end(otherRow));
    }
    return compareUtf8(row, other.utf8(otherRow));
  }

  /** Numbers are worked out the second time that they are asked for. */
  @Override
  public Optional<TextCodes> codes() {
    if (!isAsked) {
      isAsked = true;
      return Optional.empty();
    }
    Numbered known = codes.get();
    if (known == null) {
      known = new Numbered(TextNumbers.of(this, rows()).orElse(null));
      codes = new SoftReference<>(known);
    }
    return Optional.ofNullable(known.codes());
  }

  /**
   * What came of numbering texts.
   *
   * @param codes absent where they are too many
   */
  private record Numbered(@Nullable TextCodes codes) {}

  private int rows() {
    int whole = Math.max(0, offsets.length - 1);
    return offsets.length == 0 ? 0 : (whole << SHIFT) + offsets[whole].length - 1;
  }

  @Override
  long valueBytes() {
    long sum = 0;
    for (int block = 0; block < bytes.length; block++) {
      sum += 2 * ARRAY_BYTES + bytes[block].length + (long) Integer.BYTES * offsets[block].length;
    }
    return sum;
  }

  private int start(int row) {
    return offsets[row >>> SHIFT][row & MASK];
  }

  private int end(int row) {
    return offsets[row >>> SHIFT][(row & MASK) + 1];
  }
}
