package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omnigraph.graph.column.Cells;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the plain values of one type's properties into its columns. Used by one thread. */
final class PlainColumns {

  private final LoadTable table;
  private final byte[] name;
  private final List<Property> properties;
  private final byte[][] names;
  private final byte[][][] enumValues;
  private float[] vector = new float[0];
  private int next;

  /**
   * The columns of a type.
   *
   * @param name as records have it
   */
  PlainColumns(LoadTable table, String name) {
    this.table = table;
    this.name = utf8(name);
    this.properties = table.type().properties();
    this.names = properties.stream().map(p -> utf8(p.name())).toArray(byte[][]::new);
    this.enumValues =
        properties.stream()
            .map(p -> p.type().enumValues().stream().map(PlainColumns::utf8).toArray(byte[][]::new))
            .toArray(byte[][][]::new);
  }

  LoadTable table() {
    return table;
  }

  /** Whether the last token names the type. */
  boolean isOf(PlainReader.Kind kind, PlainJson json) {
    boolean isEdge = table.type() instanceof EdgeType;
    return (kind == PlainReader.Kind.EDGE) == isEdge && json.is(name);
  }

  /** Begins a record. */
  void begin() {
    next = 0;
  }

  /** The property that the last token names; -1 when there is none. */
  int property(PlainJson json) {
    for (int i = 0; i < names.length; i++) {
      int candidate = next + i < names.length ? next + i : next + i - names.length;
      if (json.is(names[candidate])) {
        next = candidate + 1 == names.length ? 0 : candidate + 1;
        return candidate;
      }
    }
    return -1;
  }

  /** Takes the value of a property; false when it is not plain, or not one. */
  boolean read(int property, PlainJson json) {
    Cells cells = table.cells(table.firstProperty() + property);
    PropertyType type = properties.get(property).type();
    if (cells.size() > table.row()) {
      return false;
    }
    if (json.peek() == 'n') {
      cells.addNull();
      return type.isNullable() && json.word("null");
    }
    return switch (cells) {
      case Cells.Texts texts ->
          type.scalar() == Scalar.BLOB ? tree(property, json, cells) : text(property, json, texts);
      case Cells.Longs longs ->
          json.peek() == '"'
              ? wholeText(type.scalar(), json, longs)
              : whole(type.scalar(), json, longs);
      case Cells.Doubles doubles -> decimal(type.scalar(), json, doubles);
      case Cells.Booleans booleans -> truth(json, booleans);
      case Cells.Vectors vectors -> vector(json, vectors);
      case Cells.Lists _ -> tree(property, json, cells);
    };
  }

  /** Whether every property that must have a value has one in the current row. */
  boolean hasAllRequired() {
    for (int i = 0; i < names.length; i++) {
      if (!properties.get(i).type().isNullable()
          && table.cells(table.firstProperty() + i).size() == table.row()) {
        return false;
      }
    }
    return true;
  }

  private boolean text(int property, PlainJson json, Cells.Texts to) {
    if (!json.text() || !isAllowed(enumValues[property], json)) {
      return false;
    }
    to.add(json.bytes(), json.tokenStart(), json.tokenLength());
    return true;
  }

  private static boolean isAllowed(byte[][] allowed, PlainJson json) {
    for (byte[] value : allowed) {
      if (json.is(value)) {
        return true;
      }
    }
    return allowed.length == 0;
  }

  private static boolean whole(Scalar scalar, PlainJson json, Cells.Longs to) {
    if (!json.number() || !json.lastNumber().isLong()) {
      return false;
    }
    long value = json.lastNumber().asLong();
    to.add(value);
    return scalar.isPlain(value);
  }

  /** Takes a text that stands for a whole number, as that of a day does. */
  private static boolean wholeText(Scalar scalar, PlainJson json, Cells.Longs to) {
    if (json.text()
        && scalar.read(TextNode.valueOf(json.token())) instanceof Reading.Value(Long value)) {
      to.add((long) value);
      return true;
    }
    return false;
  }

  private static boolean decimal(Scalar scalar, PlainJson json, Cells.Doubles to) {
    if (!json.number()) {
      return false;
    }
    PlainNumber number = json.lastNumber();
    double value = scalar.form() == ColumnForm.FLOAT32 ? number.asFloat() : number.asDouble();
    to.add(value);
    return Double.isFinite(value);
  }

  private static boolean truth(PlainJson json, Cells.Booleans to) {
    boolean isTrue = json.word("true");
    if (!isTrue && !json.word("false")) {
      return false;
    }
    to.add(isTrue);
    return true;
  }

  private boolean vector(PlainJson json, Cells.Vectors to) {
    if (vector.length != to.dimension()) {
      vector = new float[to.dimension()];
    }
    if (!json.take('[')) {
      return false;
    }
    for (int i = 0; i < vector.length; i++) {
      if ((i > 0 && !json.take(',')) || !json.number()) {
        return false;
      }
      vector[i] = json.lastNumber().asFloat();
      if (!Float.isFinite(vector[i])) {
        return false;
      }
    }
    to.add(vector);
    return json.take(']');
  }

  /** Reads one value as a tree. */
  private boolean tree(int property, PlainJson json, Cells to) {
    if (!json.bracketed() && !json.scalar()) {
      return false;
    }
    int start = json.tokenStart();
    Property declared = properties.get(property);
    if (Json.parse(json.bytes(), start, start + json.tokenLength())
            instanceof ParsedJson.Value(JsonNode value)
        && PropertyReader.read(table.type().name(), declared, value)
            instanceof Conversion.Converted(Object converted)) {
      to.add(converted);
      return true;
    }
    return false;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
