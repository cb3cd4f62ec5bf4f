package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;

/** Text. The order is that of code points, which is that of the UTF-8 bytes, too. */
final class StringRules extends ScalarRules {

  StringRules() {
    super("String", ColumnForm.TEXT);
  }

  @Override
  String parameterKind() {
    return "string";
  }

  @Override
  Reading read(JsonNode json) {
    return json.isTextual() ? Reading.of(json.textValue()) : Reading.wrongKind("expects String");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isTextual()
        ? Reading.of(json.textValue())
        : Reading.wrongKind("expected string, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return Reading.of(text);
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof String;
  }

  @Override
  int compare(Object left, Object right) {
    return compare((String) left, (String) right);
  }

  static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return weight(a) - weight(b);
      }
    }
    return left.length() - right.length();
  }

  /** Surrogates stand for the code points beyond all others, so they weigh more than U+FFFF. */
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
