package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** 64-bit floating point numbers. A zero keeps its sign; both zeros are equal. */
final class Float64Rules extends ScalarRules {

  Float64Rules() {
    super("F64", ColumnForm.FLOAT64);
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
        ? finite(json.doubleValue(), "exceeds Float64 range")
        : Reading.wrongKind("expects F64");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isNumber()
        ? finite(json.doubleValue(), "value " + json.asText() + " exceeds F64")
        : Reading.wrongKind("expected float, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return FloatText.isNumber(text)
        ? finite(Double.parseDouble(text), "value " + text + " exceeds F64")
        : Reading.noSuchValue("invalid F64 '" + text + "'", "");
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Double;
  }

  @Override
  Reading convert(Scalar from, Object value) {
    return Reading.of(from.real(value));
  }

  @Override
  int compare(Object left, Object right) {
    return Double.compare(
        Identity.of((double) (Double) left), Identity.of((double) (Double) right));
  }

  private static Reading finite(double number, String otherwise) {
    return Double.isFinite(number) ? Reading.of(number) : Reading.outOfRange(otherwise);
  }
}
