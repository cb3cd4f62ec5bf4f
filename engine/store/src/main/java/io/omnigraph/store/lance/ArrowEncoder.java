package io.omnigraph.store.lance;

import io.omnigraph.graph.snapshot.Column;
import java.nio.charset.StandardCharsets;
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

/** Copies columns into Arrow vectors. */
final class ArrowEncoder {

  private ArrowEncoder() {}

  /** Fills a vector with {@code count} rows of a column from {@code first} on. */
  static void fill(FieldVector to, Column from, int first, int count) {
    to.reset();
    to.setInitialCapacity(count);
    for (int i = 0; i < count; i++) {
      if (from.isNull(first + i)) {
        to.setNull(i);
      } else {
        set(to, i, from, first + i);
      }
    }
    to.setValueCount(count);
  }

  private static void set(FieldVector to, int i, Column from, int row) {
    switch (from) {
      case Column.Longs longs -> setElement(to, i, longs.get(row));
      case Column.Doubles doubles -> setElement(to, i, doubles.get(row));
      case Column.Booleans booleans -> setElement(to, i, booleans.get(row));
      case Column.Texts texts -> setElement(to, i, texts.get(row));
      case Column.Vectors vectors -> setVector((FixedSizeListVector) to, i, vectors.get(row));
      case Column.Lists lists -> setList((ListVector) to, i, lists.get(row));
    }
  }

  private static void setVector(FixedSizeListVector to, int i, float[] vector) {
    Float4Vector elements = (Float4Vector) to.getDataVector();
    int start = to.startNewValue(i);
    for (int k = 0; k < vector.length; k++) {
      elements.setSafe(start + k, vector[k]);
    }
  }

  static void setList(ListVector to, int i, List<Object> list) {
    FieldVector elements = to.getDataVector();
    int start = to.startNewValue(i);
    for (int k = 0; k < list.size(); k++) {
      setElement(elements, start + k, list.get(k));
    }
    to.endValue(i, list.size());
  }

  private static void setElement(FieldVector to, int i, Object value) {
    switch (to) {
      case VarCharVector v -> v.setSafe(i, ((String) value).getBytes(StandardCharsets.UTF_8));
      case BitVector v -> v.setSafe(i, (Boolean) value ? 1 : 0);
      case Float4Vector v -> v.setSafe(i, ((Double) value).floatValue());
      case Float8Vector v -> v.setSafe(i, (Double) value);
      case IntVector v -> v.setSafe(i, ((Long) value).intValue());
      case BigIntVector v -> v.setSafe(i, (Long) value);
      case UInt4Vector v -> v.setSafe(i, ((Long) value).intValue());
      case UInt8Vector v -> v.setSafe(i, (Long) value);
      case DateDayVector v -> v.setSafe(i, ((Long) value).intValue());
      case TimeStampMilliTZVector v -> v.setSafe(i, (Long) value);
      default -> throw new IllegalStateException("no property is stored as " + to.getField());
    }
  }
}
