package io.omnigraph.store.lance;

import io.omnigraph.graph.column.Cells;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;

/** Copies gathered cells into Arrow vectors, array by array (Arrow columnar format). */
final class CellEncoder {

  private CellEncoder() {}

  /** Makes the values of a vector the first {@code rows} of some cells. */
  static void fill(FieldVector to, Cells from, int rows) {
    to.reset();
    to.setInitialCapacity(rows);
    switch (from) {
      case Cells.Longs cells -> longs((BaseFixedWidthVector) to, cells, rows);
      case Cells.Doubles cells -> doubles((BaseFixedWidthVector) to, cells, rows);
      case Cells.Booleans cells -> booleans((BitVector) to, cells, rows);
      case Cells.Texts cells -> texts((VarCharVector) to, cells, rows);
      case Cells.Vectors cells -> vectors((FixedSizeListVector) to, cells, rows);
      case Cells.Lists cells -> lists((ListVector) to, cells, rows);
    }
  }

  private static void longs(BaseFixedWidthVector to, Cells.Longs from, int rows) {
    to.allocateNew(rows);
    ArrowBuf values = to.getDataBuffer();
    if (to.getTypeWidth() == Long.BYTES) {
      for (int row = 0; row < rows; row++) {
        values.setLong((long) row * Long.BYTES, from.get(row));
      }
    } else {
      for (int row = 0; row < rows; row++) {
        values.setInt((long) row * Integer.BYTES, (int) from.get(row));
      }
    }
    present(to.getValidityBuffer(), from, rows);
    to.setValueCount(rows);
  }

  private static void doubles(BaseFixedWidthVector to, Cells.Doubles from, int rows) {
    to.allocateNew(rows);
    ArrowBuf values = to.getDataBuffer();
    switch (to) {
      case Float8Vector _ -> {
        for (int row = 0; row < rows; row++) {
          values.setDouble((long) row * Double.BYTES, from.get(row));
        }
      }
      case Float4Vector _ -> {
        for (int row = 0; row < rows; row++) {
          values.setFloat((long) row * Float.BYTES, (float) from.get(row));
        }
      }
      default -> throw new IllegalStateException("no property is stored as " + to.getField());
    }
    present(to.getValidityBuffer(), from, rows);
    to.setValueCount(rows);
  }

  private static void booleans(BitVector to, Cells.Booleans from, int rows) {
    to.allocateNew(rows);
    for (int row = 0; row < rows; row++) {
      if (from.isPresent(row)) {
        to.set(row, from.get(row) ? 1 : 0);
      }
    }
    to.setValueCount(rows);
  }

  private static void texts(VarCharVector to, Cells.Texts from, int rows) {
    int bytes = from.start(rows);
    to.allocateNew(Math.max(bytes, 1), rows);
    to.getDataBuffer().setBytes(0, from.content(), 0, bytes);
    ArrowBuf offsets = to.getOffsetBuffer();
    for (int row = 0; row <= rows; row++) {
      offsets.setInt((long) row * Integer.BYTES, from.start(row));
    }
    present(to.getValidityBuffer(), from, rows);
    to.setLastSet(rows - 1);
    to.setValueCount(rows);
  }

  private static void vectors(FixedSizeListVector to, Cells.Vectors from, int rows) {
    int numbers = rows * from.dimension();
    Float4Vector elements = (Float4Vector) to.getDataVector();
    to.allocateNew();
    elements.allocateNew(numbers);
    ArrowBuf values = elements.getDataBuffer();
    float[] source = from.numbers();
    for (int i = 0; i < numbers; i++) {
      values.setFloat((long) i * Float.BYTES, source[i]);
    }
    ArrowBuf all = elements.getValidityBuffer();
    all.setOne(0, (numbers + 7L) / 8);
    present(to.getValidityBuffer(), from, rows);
    to.setValueCount(rows);
  }

  private static void lists(ListVector to, Cells.Lists from, int rows) {
    for (int row = 0; row < rows; row++) {
      if (from.isPresent(row)) {
        ArrowEncoder.setList(to, row, from.get(row));
      } else {
        to.setNull(row);
      }
    }
    to.setValueCount(rows);
  }

  private static void present(ArrowBuf to, Cells from, int rows) {
    long[] words = from.present();
    int bytes = (rows + 7) / 8;
    for (int i = 0; i < bytes; i++) {
      to.setByte(i, (int) (words[i >> 3] >>> ((i & 7) * 8)));
    }
  }
}
