package io.omnigraph.io.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/**
 * Writes values in the forms that loads read back: numbers as numbers, dates and times as query
 * results have them, blobs as they were loaded.
 */
final class JsonValues {

  private static final long FIRST_YEAR_MILLIS = -62_167_219_200_000L;
  private static final long LAST_YEAR_MILLIS = 253_402_300_799_999L;

  private JsonValues() {}

  /**
   * Writes the value of a row, or null.
   *
   * @throws UnexportableValueException when JSON has no form for it
   */
  static void write(JsonGenerator json, Property property, Column column, int row)
      throws IOException {
    if (column.isNull(row)) {
      json.writeNull();
      return;
    }
    PropertyType type = property.type();
    switch (column) {
      case Column.Longs longs -> whole(json, type, longs.get(row));
      case Column.Doubles doubles -> decimal(json, property, doubles.get(row));
      case Column.Booleans booleans -> json.writeBoolean(booleans.get(row));
      case Column.Texts texts -> json.writeString(texts.get(row));
      case Column.Vectors vectors -> {
        float[] vector = vectors.get(row);
        json.writeStartArray();
        for (float element : vector) {
          json.writeNumber(element);
        }
        json.writeEndArray();
      }
      case Column.Lists lists -> list(json, property, lists.get(row));
    }
  }

  private static void list(JsonGenerator json, Property property, List<Object> elements)
      throws IOException {
    json.writeStartArray();
    for (Object element : elements) {
      switch (element) {
        case Long number -> whole(json, property.type(), number);
        case Double number -> decimal(json, property, number);
        case Boolean truth -> json.writeBoolean(truth);
        default -> json.writeString(String.valueOf(element));
      }
    }
    json.writeEndArray();
  }

  private static void whole(JsonGenerator json, PropertyType type, long value) throws IOException {
    switch (type.scalar()) {
      case DATE -> json.writeString(KeyText.canonical(PropertyType.of(Scalar.DATE), value));
      case DATE_TIME -> {
        // The text of a time has four digits for the year; other years are loaded from numbers.
        if (value >= FIRST_YEAR_MILLIS && value <= LAST_YEAR_MILLIS) {
          json.writeString(KeyText.canonical(PropertyType.of(Scalar.DATE_TIME), value));
        } else {
          json.writeNumber(value);
        }
      }
      case U64 -> json.writeNumber(new BigInteger(Long.toUnsignedString(value)));
      default -> json.writeNumber(value);
    }
  }

  private static void decimal(JsonGenerator json, Property property, double value)
      throws IOException {
    if (!Double.isFinite(value)) {
      throw new UnexportableValueException(
          "property '%s' has the value %s, which JSON cannot express"
              .formatted(property.name(), value));
    }
    if (property.type().scalar() == Scalar.F32) {
      json.writeNumber((float) value);
    } else {
      json.writeNumber(value);
    }
  }
}
