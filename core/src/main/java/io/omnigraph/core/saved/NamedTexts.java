package io.omnigraph.core.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the objects of a plan whose fields are all texts. */
final class NamedTexts {

  private NamedTexts() {}

  /** The fields of an object; none where it is missing. */
  static SortedMap<String, String> at(JsonNode content, String... path) {
    JsonNode node = content;
    for (String name : path) {
      node = node.path(name);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }
}
