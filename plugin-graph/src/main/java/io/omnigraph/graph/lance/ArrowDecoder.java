package io.omnigraph.graph.lance;

import io.omnigraph.graph.column.ColumnBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;

/** Copies Arrow vectors into columns. */
final class ArrowDecoder {

  private ArrowDecoder() {}

  /** Copies all values of a vector to the rows from {@code first} on. */
  static void copy(FieldVector from, ColumnBuilder to, int first) {
    int count = from.getValueCount();
    for (int i = 0; i < count; i++) {
      if (!from.isNull(i)) {
        copyValue(from, i, to, first + i);
      }
    }
  }

  private static void copyValue(FieldVector from, int i, ColumnBuilder to, int row) {
    switch (from) {
      case VarCharVector v -> to.set(row, text(v, i));
      case BitVector v -> to.set(row, v.get(i) != 0);
      case Float4Vector v -> to.set(row, (double) v.get(i));
      case Float8Vector v -> to.set(row, v.get(i));
      case FixedSizeListVector v -> to.set(row, vector(v, i));
      case ListVector v -> to.set(row, list(v, i));
      default -> to.set(row, whole(from, i));
    }
  }

  private static long whole(FieldVector from, int i) {
    return switch (from) {
      case IntVector v -> v.get(i);
      case BigIntVector v -> v.get(i);
      case UInt4Vector v -> Integer.toUnsignedLong(v.get(i));
      case UInt8Vector v -> v.get(i);
      case DateDayVector v -> v.get(i);
      case TimeStampMilliTZVector v -> v.get(i);
      default -> throw new IllegalStateException("no property is stored as " + from.getField());
    };
  }

  private static String text(VarCharVector from, int i) {
    return new String(from.get(i), StandardCharsets.UTF_8);
  }

  private static float[] vector(FixedSizeListVector from, int i) {
    Float4Vector elements = (Float4Vector) from.getDataVector();
    float[] vector = new float[from.getListSize()];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = elements.get(i * vector.length + k);
    }
    return vector;
  }

  private static List<Object> list(ListVector from, int i) {
    FieldVector elements = from.getDataVector();
    List<Object> list = new ArrayList<>();
    for (int k = from.getElementStartIndex(i); k < from.getElementEndIndex(i); k++) {
      list.add(element(elements, k));
    }
    return List.copyOf(list);
  }

  private static Object element(FieldVector from, int i) {
    return switch (from) {
      case VarCharVector v -> text(v, i);
      case BitVector v -> v.get(i) != 0;
      case Float4Vector v -> (double) v.get(i);
      case Float8Vector v -> v.get(i);
      default -> whole(from, i);
    };
  }
}
