package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A condition on rows: {@code [Type:]field=value}.
 *
 * @param type that the row must have; empty for any
 * @param value of the field, as it stands in texts to embed
 */
public record Selector(String type, String field, String value) {

  /**
   * Reads a selector.
   *
   * @throws EmbedException when it is not one
   */
  public static Selector parse(String text) {
    int equals = text.indexOf('=');
    String left = equals < 0 ? "" : text.substring(0, equals);
    int colon = left.indexOf(':');
    String field = left.substring(colon + 1).trim();
    if (field.isEmpty()) {
      throw new EmbedException(
          "`%s` is no selector; write `field=value` or `Type:field=value`".formatted(text));
    }
    String type = colon < 0 ? "" : left.substring(0, colon).trim();
    return new Selector(type, field, text.substring(equals + 1).trim());
  }

  boolean matches(String rowType, JsonNode data) {
    return (type.isEmpty() || type.equals(rowType)) && FieldText.of(data.path(field)).equals(value);
  }
}
