package io.omnigraph.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.source.Nesting;
import java.io.Serial;

/**
 * Reads one JSON text (RFC 8259) into a tree, as strictly as it can be read: UTF-8 throughout, no
 * halves of surrogate pairs, no field twice, nothing behind the value, and limits on nesting and on
 * the length and exponent of numbers. Used by one thread, for one text.
 */
final class JsonReader {

  private static final JsonNodeFactory NODES = Json.mapper().getNodeFactory();

  private final JsonSource source;
  private final JsonStrings strings;
  private final JsonNumbers numbers;
  private final Object[] path = new Object[Nesting.MOST];
  private int depth;

  JsonReader(byte[] bytes, int start, int end) {
    this.source = new JsonSource(bytes, start, end);
    this.strings = new JsonStrings(source);
    this.numbers = new JsonNumbers(source);
  }

  ParsedJson read() {
    try {
      source.skipSpace();
      if (source.atEnd()) {
        throw new Stop("it is empty", source.at);
      }
      JsonNode value = value();
      source.skipSpace();
      if (!source.atEnd()) {
        throw new Stop("something follows the document: " + source.found(), source.at);
      }
      return new ParsedJson.Value(value);
    } catch (Stop stop) {
      int line = source.line(stop.offset);
      int column = source.column(stop.offset);
      return stop.isDuplicate
          ? new ParsedJson.DuplicateField(place(), line, column)
          : new ParsedJson.Malformed(stop.reason + field(), line, column);
    }
  }

  private JsonNode value() throws Stop {
    return switch (source.peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> NODES.textNode(strings.read());
      case 't' -> word("true", NODES.booleanNode(true));
      case 'f' -> word("false", NODES.booleanNode(false));
      case 'n' -> word("null", NODES.nullNode());
      default -> numbers.read();
    };
  }

  private JsonNode word(String word, JsonNode value) throws Stop {
    if (!source.takeWord(word)) {
      throw expected("a value");
    }
    return value;
  }

  private JsonNode object() throws Stop {
    ObjectNode object = NODES.objectNode();
    enter();
    if (!source.take('}')) {
      do {
        source.skipSpace();
        member(object);
        source.skipSpace();
      } while (source.take(','));
      if (!source.take('}')) {
        throw expected("`,` or `}`");
      }
    }
    depth--;
    return object;
  }

  private void member(ObjectNode object) throws Stop {
    int start = source.at;
    path[depth - 1] = "";
    if (source.peek() != '"') {
      throw expected("a field name in double quotes");
    }
    String name = strings.read();
    path[depth - 1] = name;
    if (object.has(name)) {
      throw new Stop(start);
    }
    source.skipSpace();
    if (!source.take(':')) {
      throw expected("`:`");
    }
    source.skipSpace();
    object.set(name, value());
  }

  private JsonNode array() throws Stop {
    ArrayNode array = NODES.arrayNode();
    enter();
    if (!source.take(']')) {
      do {
        source.skipSpace();
        path[depth - 1] = array.size();
        array.add(value());
        source.skipSpace();
      } while (source.take(','));
      if (!source.take(']')) {
        throw expected("`,` or `]`");
      }
    }
    depth--;
    return array;
  }

  private void enter() throws Stop {
    if (depth == Nesting.MOST) {
      depth = 0;
      throw new Stop(Nesting.PROBLEM, source.at);
    }
    path[depth] = "";
    depth++;
    source.at++;
    source.skipSpace();
  }

  private Stop expected(String what) {
    return new Stop("expected " + what + ", found " + source.found(), source.at);
  }

  private String field() {
    String place = place();
    return place.isEmpty() ? "" : ", in `" + place + "`";
  }

  private String place() {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (path[i] instanceof Integer index) {
        place.append('[').append(index).append(']');
      } else if (!"".equals(path[i])) {
        place.append(place.isEmpty() ? "" : ".").append(path[i]);
      }
    }
    return place.toString();
  }

  /** Something is wrong; caught where reading began. */
  static final class Stop extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final String reason;
    private final int offset;
    private final boolean isDuplicate;

    Stop(String reason, int offset) {
      super(reason, null, false, false);
      this.reason = reason;
      this.offset = offset;
      this.isDuplicate = false;
    }

    private Stop(int offset) {
      super("duplicate", null, false, false);
      this.reason = "";
      this.offset = offset;
      this.isDuplicate = true;
    }
  }
}
