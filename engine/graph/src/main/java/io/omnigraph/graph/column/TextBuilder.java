package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Collects the UTF-8 of texts block by block. */
final class TextBuilder {

  private static final int BLOCK_ROWS = 1 << TextBlocks.SHIFT;

  private final Block[] blocks;

  TextBuilder(int rows) {
    blocks = new Block[(rows + BLOCK_ROWS - 1) / BLOCK_ROWS];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new Block(Math.min(BLOCK_ROWS, rows - i * BLOCK_ROWS));
    }
  }

  void set(int row, byte[] text) {
    block(row).set(row % BLOCK_ROWS, text);
  }

  /**
   * Sets texts of consecutive rows.
   *
   * @param offsets where each begins in {@code bytes}, then where the last one ends
   */
  void setAll(int first, IntBuffer offsets, ByteBuffer bytes) {
    int count = offsets.remaining() - 1;
    for (int done = 0; done < count; ) {
      int row = first + done;
      int taken = Math.min(count - done, BLOCK_ROWS - row % BLOCK_ROWS);
      block(row).setAll(row % BLOCK_ROWS, offsets.slice(done, taken + 1), bytes);
      done += taken;
    }
  }

  Column build(BitSet nulls) {
    byte[][] bytes = new byte[blocks.length][];
    int[][] offsets = new int[blocks.length][];
    for (int i = 0; i < blocks.length; i++) {
      offsets[i] = blocks[i].offsets();
      bytes[i] = blocks[i].inOrder(offsets[i]);
    }
    return new TextBlocks(bytes, offsets, nulls);
  }

  private Block block(int row) {
    return blocks[row / BLOCK_ROWS];
  }

  /** The texts of some rows, in whatever order they came. */
  private static final class Block {

    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = {};
    private int used;

    Block(int rows) {
      this.starts = new int[rows];
      this.lengths = new int[rows];
    }

    void set(int row, byte[] text) {
      reserve(text.length);
      System.arraycopy(text, 0, bytes, used, text.length);
      starts[row] = used;
      lengths[row] = text.length;
      used += text.length;
    }

    void setAll(int first, IntBuffer offsets, ByteBuffer from) {
      int count = offsets.remaining() - 1;
      int origin = offsets.get(0);
      int length = offsets.get(count) - origin;
      reserve(length);
      from.get(origin, bytes, used, length);
      for (int i = 0; i < count; i++) {
        starts[first + i] = used + offsets.get(i) - origin;
        lengths[first + i] = offsets.get(i + 1) - offsets.get(i);
      }
      used += length;
    }

    int[] offsets() {
      int[] offsets = new int[starts.length + 1];
      for (int row = 0; row < starts.length; row++) {
        offsets[row + 1] = offsets[row] + lengths[row];
      }
      return offsets;
    }

    byte[] inOrder(int[] offsets) {
      boolean isOrdered = used == offsets[starts.length];
      for (int row = 0; isOrdered && row < starts.length; row++) {
        isOrdered = lengths[row] == 0 || starts[row] == offsets[row];
      }
      if (isOrdered) {
        return bytes.length == used ? bytes : Arrays.copyOf(bytes, used);
      }
      byte[] ordered = new byte[offsets[starts.length]];
      for (int row = 0; row < starts.length; row++) {
        System.arraycopy(bytes, starts[row], ordered, offsets[row], lengths[row]);
      }
      return ordered;
    }

    private void reserve(int more) {
      int needed = Math.addExact(used, more);
      if (needed > bytes.length) {
        bytes =
            Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 3L / 2, 1 << 30)));
      }
    }
  }
}
