package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;
import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** The Arrow types that properties are stored as. */
final class ArrowForms {

  private static final String ELEMENT = "item";

  private ArrowForms() {}

  /** Every column may be absent: what is required is checked before rows get here. */
  static Schema schema(List<ColumnSpec> columns) {
    return new Schema(columns.stream().map(c -> field(c.name(), c.type())).toList());
  }

  static Field field(String name, PropertyType type) {
    ArrowType form = scalar(type.scalar().form());
    if (type.isList()) {
      return nullable(name, new ArrowType.List(), nullable(ELEMENT, form, null));
    }
    return type.scalar().form() == ColumnForm.FLOATS
        ? nullable(
            name, new ArrowType.FixedSizeList(type.dimension()), nullable(ELEMENT, form, null))
        : nullable(name, form, null);
  }

  private static Field nullable(String name, ArrowType type, @Nullable Field element) {
    return new Field(
        name, FieldType.nullable(type), element == null ? List.of() : List.of(element));
  }

  private static ArrowType scalar(ColumnForm form) {
    return switch (form) {
      case TEXT -> new ArrowType.Utf8();
      case BOOLEAN -> new ArrowType.Bool();
      case INT32 -> new ArrowType.Int(32, true);
      case INT64 -> new ArrowType.Int(64, true);
      case UINT32 -> new ArrowType.Int(32, false);
      case UINT64 -> new ArrowType.Int(64, false);
      case FLOAT32, FLOATS -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case FLOAT64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case DAYS -> new ArrowType.Date(DateUnit.DAY);
      case MILLISECONDS -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
    };
  }
}
