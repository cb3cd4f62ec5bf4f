package io.omnigraph.store.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of columns in records of commits, both ways: whole numbers, days, milliseconds and the
 * 64 bits of a {@code U64} as JSON numbers, texts as texts, lists as arrays. Floating point numbers
 * are JSON numbers but for those that JSON does not tell apart or does not have, which are the
 * texts {@code -0.0}, {@code NaN}, {@code Infinity} and {@code -Infinity}; vectors are the Base64
 * of their 32-bit numbers, little-endian.
 */
public final class DeltaValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int NUMBER_BYTES = 12;

  private DeltaValues() {}

  /** Rows as they stand in a record. */
  public static DeltaRows encode(Rows rows) {
    SortedMap<String, JsonNode> columns = new TreeMap<>();
    for (int i = 0; i < rows.specs().size(); i++) {
      Column column = rows.columns().get(i);
      ArrayNode values = NODES.arrayNode(rows.count());
      boolean isEmpty = true;
      for (int row = 0; row < rows.count(); row++) {
        boolean isNull = column.isNull(row);
        isEmpty &= isNull;
        values.add(isNull ? NullNode.instance : encode(Values.at(column, row)));
      }
      if (!isEmpty) {
        columns.put(rows.specs().get(i).name(), values);
      }
    }
    return new DeltaRows(rows.count(), columns);
  }

  /** The bytes that rows take in a record, roughly. */
  public static int bytes(DeltaRows rows) {
    int bytes = 0;
    for (JsonNode column : rows.columns().values()) {
      for (JsonNode value : column) {
        bytes += bytes(value);
      }
    }
    return bytes;
  }

  /** A column of a record. */
  static Column decode(JsonNode values, PropertyType type, int rows) {
    ColumnBuilder column = new ColumnBuilder(type, rows);
    for (int row = 0; row < rows; row++) {
      JsonNode value = values.path(row);
      if (!value.isNull()) {
        column.setChecked(row, type.isList() ? list(value, type) : scalar(value, type));
      }
    }
    return column.build();
  }

  private static int bytes(JsonNode value) {
    if (value.isArray()) {
      int bytes = 2;
      for (JsonNode element : value) {
        bytes += bytes(element);
      }
      return bytes;
    }
    return value.isTextual() ? value.textValue().length() + 3 : NUMBER_BYTES;
  }

  private static JsonNode encode(Object value) {
    return switch (value) {
      case Long number -> LongNode.valueOf(number);
      case Double number -> decimal(number);
      case Boolean truth -> BooleanNode.valueOf(truth);
      case String text -> TextNode.valueOf(text);
      case float[] vector -> TextNode.valueOf(base64(vector));
      case List<?> list -> {
        ArrayNode elements = NODES.arrayNode(list.size());
        list.forEach(element -> elements.add(encode(element)));
        yield elements;
      }
      default -> throw new IllegalArgumentException("no value of a property: " + value.getClass());
    };
  }

  private static JsonNode decimal(double number) {
    boolean isPlain =
        Double.isFinite(number) && Double.doubleToRawLongBits(number) != Long.MIN_VALUE;
    return isPlain ? DoubleNode.valueOf(number) : TextNode.valueOf(Double.toString(number));
  }

  private static List<Object> list(JsonNode value, PropertyType type) {
    List<Object> elements = new ArrayList<>();
    value.forEach(element -> elements.add(scalar(element, type)));
    return elements;
  }

  private static Object scalar(JsonNode value, PropertyType type) {
    ColumnForm form = type.scalar().form();
    return switch (form) {
      case INT32, INT64, UINT32, UINT64, DAYS, MILLISECONDS -> value.longValue();
      case FLOAT32, FLOAT64 ->
          value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
      case BOOLEAN -> value.booleanValue();
      case TEXT -> value.textValue();
      case FLOATS -> vector(value.textValue(), type.dimension());
    };
  }

  private static String base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] vector(String text, int dimension) {
    float[] vector = new float[dimension];
    ByteBuffer.wrap(Base64.getDecoder().decode(text))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(vector);
    return vector;
  }
}
