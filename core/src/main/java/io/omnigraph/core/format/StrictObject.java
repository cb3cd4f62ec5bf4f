package io.omnigraph.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read field by field. A field of the wrong type is an error at once, a field
 * that nobody read is one in {@link #finish}. Used by one thread.
 */
public final class StrictObject {

  private final ObjectNode fields;
  private final String place;
  private final Set<String> known = new HashSet<>();

  private StrictObject(ObjectNode fields, String place) {
    this.fields = fields;
    this.place = place;
  }

  /** Reads a file that holds one object. */
  public static StrictObject parse(byte[] content) throws MalformedFileException {
    return switch (Json.parse(content)) {
      case ParsedJson.Value(JsonNode value) -> of(value, "");
      case ParsedJson.Refused refused ->
          throw new MalformedFileException("not valid JSON: " + refused.message());
    };
  }

  /**
   * Reads a value that must be an object.
   *
   * @param place dotted path of the value, for messages; empty for a whole file
   */
  public static StrictObject of(@Nullable JsonNode value, String place)
      throws MalformedFileException {
    if (value instanceof ObjectNode object) {
      return new StrictObject(object, place);
    }
    throw new MalformedFileException(
        (place.isEmpty() ? "the file" : "`" + place + "`") + " must be a JSON object");
  }

  /** The names of all fields, in the order of the file. Counts none of them as read. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    fields.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The value of a field; empty when it is missing or null. */
  public Optional<JsonNode> value(String name) {
    known.add(name);
    JsonNode value = fields.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** The value of a field that must be there, null included. */
  public JsonNode presentValue(String name) throws MalformedFileException {
    known.add(name);
    JsonNode value = fields.get(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** A text that must be there. */
  public String text(String name) throws MalformedFileException {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** A text; empty when it is missing or null. */
  public Optional<String> optionalText(String name) throws MalformedFileException {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isTextual()) {
      throw mismatch(name, "a string");
    }
    return value.map(JsonNode::textValue);
  }

  /** A digest; empty when it is missing or null. */
  public Optional<Digest> optionalDigest(String name) throws MalformedFileException {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.parse(text.get());
    if (digest.isEmpty()) {
      throw mismatch(name, "a digest of 64 hexadecimal digits");
    }
    return digest;
  }

  /** An integer that must be there. */
  public long integer(String name) throws MalformedFileException {
    JsonNode value = value(name).orElseThrow(() -> missing(name));
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw mismatch(name, "an integer");
    }
    return value.longValue();
  }

  /** A list of texts; empty when it is missing or null. */
  public List<String> texts(String name) throws MalformedFileException {
    List<String> texts = new ArrayList<>();
    JsonNode value = value(name).orElseGet(() -> Json.mapper().createArrayNode());
    if (!value.isArray()) {
      throw mismatch(name, "a list of strings");
    }
    for (JsonNode text : value) {
      if (!text.isTextual()) {
        throw mismatch(name, "a list of strings");
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  /** An object that must be there. */
  public StrictObject object(String name) throws MalformedFileException {
    return of(value(name).orElseThrow(() -> missing(name)), path(name));
  }

  /** An object; one without fields when it is missing or null. */
  public StrictObject optionalObject(String name) throws MalformedFileException {
    return of(value(name).orElseGet(Json::object), path(name));
  }

  /** Refuses every field that was not read. */
  public void finish() throws MalformedFileException {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw new MalformedFileException("unknown field `" + path(name) + "`");
      }
    }
  }

  /** An error about a field: what it must be. */
  public MalformedFileException mismatch(String name, String expected) {
    return new MalformedFileException("`" + path(name) + "` must be " + expected);
  }

  private MalformedFileException missing(String name) {
    return new MalformedFileException("`" + path(name) + "` is missing");
  }

  /** The dotted path of a field. */
  public String path(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
