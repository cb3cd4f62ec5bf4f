package io.omnigraph.io.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.JsonForm;
import java.io.IOException;
import java.util.List;

/** Writes values of columns in the forms that loads read back. */
final class JsonValues {

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
    Object value = Values.at(column, row);
    refuseInexpressible(property, value);
    JsonForm.write(property.type(), value, json);
  }

  private static void refuseInexpressible(Property property, Object value)
      throws UnexportableValueException {
    switch (value) {
      case Double number when !Double.isFinite(number) ->
          throw new UnexportableValueException(
              "property '%s' has the value %s, which JSON cannot express"
                  .formatted(property.name(), number));
      case List<?> list -> {
        for (Object element : list) {
          refuseInexpressible(property, element);
        }
      }
      default -> {}
    }
  }
}
