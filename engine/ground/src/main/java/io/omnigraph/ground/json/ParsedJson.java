package io.omnigraph.ground.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What reading a text as JSON gives: its value, or the first thing that is wrong with it. */
public sealed interface ParsedJson {

  /** The text is one JSON value. */
  record Value(JsonNode node) implements ParsedJson {}

  /** The text is refused. */
  sealed interface Refused extends ParsedJson {

    /** One sentence without the place. */
    String reason();

    /** From 1. */
    int line();

    /** From 1, in UTF-16 units. */
    int column();

    /** The reason and the place. */
    default String message() {
      return reason() + " (line " + line() + ", column " + column() + ")";
    }
  }

  /**
   * The text is not JSON, or not what is read here: no Unicode, nested too deep, a number that is
   * too long.
   */
  record Malformed(String reason, int line, int column) implements Refused {}

  /**
   * An object has a field twice.
   *
   * @param path of the field, dotted, list items by index
   */
  record DuplicateField(String path, int line, int column) implements Refused {

    @Override
    public String reason() {
      return "the field `" + path + "` is given twice";
    }
  }
}
