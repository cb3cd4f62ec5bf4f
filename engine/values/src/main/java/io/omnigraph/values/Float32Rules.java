package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * 32-bit floating point numbers. Outside of columns a value is the double of the same worth; it is
 * written with the fewest digits that read back as the same 32 bits. A zero keeps its sign; both
 * zeros are equal.
 */
final class Float32Rules extends ScalarRules {

  Float32Rules() {
    super("F32", ColumnForm.FLOAT32);
  }

  @Override
  boolean isNumeric() {
    return true;
  }

  @Override
  String parameterKind() {
    return "float";
  }

  @Override
  Optional<Scalar> total() {
    return Optional.of(Scalar.F64);
  }

  @Override
  Reading read(JsonNode json) {
    return json.isNumber()
        ? finite(json.floatValue(), "exceeds Float32 range")
        : Reading.wrongKind("expects F32");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isNumber()
        ? finite(json.floatValue(), "value " + json.asText() + " exceeds F32")
        : Reading.wrongKind("expected float, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return FloatText.isNumber(text)
        ? finite(Float.parseFloat(text), "value " + text + " exceeds F32")
        : Reading.noSuchValue("invalid F32 '" + text + "'", "");
  }

  /** Whether 32 bits have room for it; it need not have been rounded yet. */
  @Override
  boolean accepts(Object value) {
    return value instanceof Double number
        && (Float.isFinite(number.floatValue()) || !Double.isFinite(number));
  }

  @Override
  Reading convert(Scalar from, Object value) {
    double number = from.real(value);
    return Float.isFinite((float) number) || !Double.isFinite(number)
        ? Reading.of((double) (float) number)
        : Reading.outOfRange("value " + number + " exceeds F32");
  }

  @Override
  Object stored(Object value) {
    return (double) ((Double) value).floatValue();
  }

  @Override
  Object json(Object value) {
    return Double.valueOf(Float.toString(((Double) value).floatValue()));
  }

  @Override
  int compare(Object left, Object right) {
    return Double.compare(
        Identity.of((double) (Double) left), Identity.of((double) (Double) right));
  }

  private static Reading finite(float number, String otherwise) {
    return Float.isFinite(number) ? Reading.of((double) number) : Reading.outOfRange(otherwise);
  }
}
