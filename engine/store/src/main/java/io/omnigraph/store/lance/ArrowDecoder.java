package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
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

/** Copies Arrow vectors into columns, a batch at a time. */
final class ArrowDecoder {

  private ArrowDecoder() {}

  /** Copies all values of a vector to the rows from {@code first} on. */
  static void copy(FieldVector from, ColumnBuilder to, int first) {
    int count = from.getValueCount();
    if (count == 0 || from.getNullCount() == count) {
      return;
    }
    copyValues(from, to, first, count);
    if (from.getNullCount() > 0) {
      for (int i = 0; i < count; i++) {
        if (from.isNull(i)) {
          to.setNull(first + i);
        }
      }
    }
  }

  private static void copyValues(FieldVector from, ColumnBuilder to, int first, int count) {
    switch (from) {
      case VarCharVector v -> copyTexts(v, to, first, count);
      case BigIntVector _, UInt8Vector _, TimeStampMilliTZVector _ ->
          to.setLongs(first, bytes(from.getDataBuffer(), Long.BYTES, count).asLongBuffer());
      case Float8Vector v ->
          to.setDoubles(first, bytes(v.getDataBuffer(), Double.BYTES, count).asDoubleBuffer());
      case Float4Vector v ->
          to.setFloats(first, bytes(v.getDataBuffer(), Float.BYTES, count).asFloatBuffer());
      case FixedSizeListVector v -> copyVectors(v, to, first, count);
      case BitVector v -> {
        for (int i = 0; i < count; i++) {
          to.set(first + i, !v.isNull(i) && v.get(i) != 0);
        }
      }
      case ListVector v -> {
        for (int i = 0; i < count; i++) {
          to.set(first + i, list(v, i));
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          to.set(first + i, from.isNull(i) ? 0 : whole(from, i));
        }
      }
    }
  }

  private static void copyTexts(VarCharVector from, ColumnBuilder to, int first, int count) {
    var offsets = bytes(from.getOffsetBuffer(), Integer.BYTES, count + 1).asIntBuffer();
    ByteBuffer utf8 = bytes(from.getDataBuffer(), 1, offsets.get(count));
    to.setTexts(first, offsets, utf8);
  }

  private static void copyVectors(
      FixedSizeListVector from, ColumnBuilder to, int first, int count) {
    ArrowBuf elements = from.getDataVector().getDataBuffer();
    int dimension = from.getListSize();
    int rowsAtOnce = Math.max(1, (1 << 28) / (dimension * Float.BYTES));
    for (int done = 0; done < count; done += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, count - done);
      ByteBuffer part =
          elements.nioBuffer((long) done * dimension * Float.BYTES, rows * dimension * Float.BYTES);
      to.setVectors(first + done, part.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    }
  }

  private static ByteBuffer bytes(ArrowBuf from, int width, int count) {
    return from.nioBuffer(0, Math.multiplyExact(width, count)).order(ByteOrder.LITTLE_ENDIAN);
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
      case VarCharVector v -> new String(v.get(i), StandardCharsets.UTF_8);
      case BitVector v -> v.get(i) != 0;
      case Float4Vector v -> (double) v.get(i);
      case Float8Vector v -> v.get(i);
      default -> whole(from, i);
    };
  }
}
