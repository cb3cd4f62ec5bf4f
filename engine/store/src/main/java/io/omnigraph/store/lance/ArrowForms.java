package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
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
    if (type.isList()) {
      return nullable(name, new ArrowType.List(), nullable(ELEMENT, scalar(type.scalar()), null));
    }
    if (type.scalar() == Scalar.VECTOR) {
      return nullable(
          name,
          new ArrowType.FixedSizeList(type.dimension()),
          nullable(ELEMENT, scalar(Scalar.F32), null));
    }
    return nullable(name, scalar(type.scalar()), null);
  }

  private static Field nullable(String name, ArrowType type, @Nullable Field element) {
    return new Field(
        name, FieldType.nullable(type), element == null ? List.of() : List.of(element));
  }

  private static ArrowType scalar(Scalar scalar) {
    return switch (scalar) {
      case STRING, BLOB -> new ArrowType.Utf8();
      case BOOL -> new ArrowType.Bool();
      case I32 -> new ArrowType.Int(32, true);
      case I64 -> new ArrowType.Int(64, true);
      case U32 -> new ArrowType.Int(32, false);
      case U64 -> new ArrowType.Int(64, false);
      case F32, VECTOR -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case F64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case DATE_TIME -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
    };
  }
}
