package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import java.util.BitSet;

/** Vectors of one length, one after the other in blocks of a few megabytes. */
final class VectorBlocks extends Nulls implements Column.Vectors {

  private static final int BLOCK_ELEMENTS = 1 << 20;

  private final float[][] blocks;
  private final int dimension;
  private final int shift;

  VectorBlocks(float[][] blocks, int dimension, BitSet nulls) {
    super(nulls);
    this.blocks = blocks;
    this.dimension = dimension;
    this.shift = shift(dimension);
  }

  /** The rows of a block, as a power of two. */
  static int shift(int dimension) {
    int rows = Math.max(1, BLOCK_ELEMENTS / Math.max(dimension, 1));
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rows);
  }

  /** Blocks for some rows, all zero. */
  static float[][] blocks(int rows, int dimension) {
    int perBlock = 1 << shift(dimension);
    float[][] blocks = new float[(int) (((long) rows + perBlock - 1) / perBlock)][];
    for (int i = 0; i < blocks.length; i++) {
      int inBlock = Math.min(perBlock, rows - i * perBlock);
      blocks[i] = new float[Math.multiplyExact(inBlock, dimension)];
    }
    return blocks;
  }

  @Override
  public float[] get(int row) {
    int offset = offset(row);
    return Arrays.copyOfRange(elements(row), offset, offset + dimension);
  }

  @Override
  public float[] elements(int row) {
    return blocks[row >>> shift];
  }

  @Override
  public int offset(int row) {
    return (row & ((1 << shift) - 1)) * dimension;
  }

  @Override
  long valueBytes() {
    long sum = 0;
    for (float[] block : blocks) {
      sum += ARRAY_BYTES + (long) Float.BYTES * block.length;
    }
    return sum;
  }
}
