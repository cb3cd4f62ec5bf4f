package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;

/** Truth values; false is smaller than true. */
final class BoolRules extends ScalarRules {

  BoolRules() {
    super("Bool", ColumnForm.BOOLEAN);
  }

  @Override
  String parameterKind() {
    return "bool";
  }

  @Override
  Reading read(JsonNode json) {
    return json.isBoolean() ? Reading.of(json.booleanValue()) : Reading.wrongKind("expects Bool");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isBoolean()
        ? Reading.of(json.booleanValue())
        : Reading.wrongKind("expected boolean, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return text.equals("true") || text.equals("false")
        ? Reading.of(text.equals("true"))
        : Reading.noSuchValue("invalid Bool '" + text + "'", "it is `true` or `false`");
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Boolean;
  }

  @Override
  int compare(Object left, Object right) {
    return Boolean.compare((Boolean) left, (Boolean) right);
  }
}
