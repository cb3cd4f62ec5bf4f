package io.omnigraph.server.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second names that fields of a request record have. Jackson takes the last of a field and its
 * alias without a word; here that is a field given twice.
 *
 * @param names the field that each alias stands for
 */
record AliasedFields(Map<String, String> names) {

  private static final JsonFactory SYNTAX = new JsonFactory();

  AliasedFields {
    names = Map.copyOf(names);
  }

  static AliasedFields of(Class<?> type) {
    Map<String, String> names = new HashMap<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        JsonAlias aliases = component.getAccessor().getAnnotation(JsonAlias.class);
        if (aliases != null) {
          for (String alias : aliases.value()) {
            names.put(alias, JsonReader.fieldName(component));
          }
        }
      }
    }
    return new AliasedFields(names);
  }

  /**
   * A field that an object has under two of its names.
   *
   * @param json an object that was read before without complaint
   */
  Optional<String> givenTwice(byte[] json) throws IOException {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    try (JsonParser parser = SYNTAX.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String field = names.getOrDefault(name, name);
        if (!seen.add(field)) {
          return Optional.of(field);
        }
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return Optional.empty();
  }
}
