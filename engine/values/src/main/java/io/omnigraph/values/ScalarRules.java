package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** All that is to be known of one scalar's values; {@link Scalar} says what each method means. */
abstract class ScalarRules {

  private final String word;
  private final ColumnForm form;

  ScalarRules(String word, ColumnForm form) {
    this.word = word;
    this.form = form;
  }

  final String word() {
    return word;
  }

  final ColumnForm form() {
    return form;
  }

  boolean isInteger() {
    return false;
  }

  boolean isNumeric() {
    return false;
  }

  boolean isOrdered() {
    return true;
  }

  Optional<String> shape() {
    return Optional.empty();
  }

  abstract String parameterKind();

  Optional<String> literal() {
    return Optional.empty();
  }

  Optional<Scalar> total() {
    return Optional.empty();
  }

  abstract Reading read(JsonNode json);

  abstract Reading parameter(JsonNode json);

  abstract Reading parse(String text);

  boolean isPlain(long number) {
    return false;
  }

  abstract boolean accepts(Object value);

  Reading convert(Scalar from, Object value) {
    return Reading.of(value);
  }

  Object stored(Object value) {
    return value;
  }

  Object json(Object value) {
    return value;
  }

  String text(Object value) {
    return String.valueOf(json(value));
  }

  final String key(Object value) {
    return text(identity(value));
  }

  Object identity(Object value) {
    return Identity.of(value);
  }

  abstract int compare(Object left, Object right);

  double real(Object number) {
    return ((Number) number).doubleValue();
  }

  static String kind(JsonNode json) {
    return json.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
