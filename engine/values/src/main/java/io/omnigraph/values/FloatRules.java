package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Floating point numbers, whatever their width. Outside of columns a value is a double. A zero
 * keeps its sign; both zeros are equal.
 */
abstract sealed class FloatRules extends ScalarRules permits Float32Rules, Float64Rules {

  private final String width;

  /**
   * Floating point numbers of a width.
   *
   * @param width its name in messages
   */
  FloatRules(String word, ColumnForm form, String width) {
    super(word, form);
    this.width = width;
  }

  /** The number of this width that is nearest to a JSON number; infinite beyond its range. */
  abstract double nearest(JsonNode number);

  /** The number of this width that is nearest to one in digits; infinite beyond its range. */
  abstract double nearest(String number);

  @Override
  final boolean isNumeric() {
    return true;
  }

  @Override
  final String parameterKind() {
    return "float";
  }

  @Override
  final Optional<Scalar> total() {
    return Optional.of(Scalar.F64);
  }

  @Override
  final Reading read(JsonNode json) {
    return json.isNumber()
        ? finite(nearest(json), "exceeds " + width + " range")
        : Reading.wrongKind("expects " + word());
  }

  @Override
  final Reading parameter(JsonNode json) {
    return json.isNumber()
        ? finite(nearest(json), "value " + json.asText() + " exceeds " + word())
        : Reading.wrongKind("expected float, got " + kind(json));
  }

  @Override
  final Reading parse(String text) {
    return FloatText.isNumber(text)
        ? finite(nearest(text), "value " + text + " exceeds " + word())
        : Reading.noSuchValue("invalid " + word() + " '" + text + "'", "");
  }

  @Override
  final int compare(Object left, Object right) {
    return Double.compare(
        Identity.of((double) (Double) left), Identity.of((double) (Double) right));
  }

  private static Reading finite(double number, String otherwise) {
    return Double.isFinite(number) ? Reading.of(number) : Reading.outOfRange(otherwise);
  }
}
