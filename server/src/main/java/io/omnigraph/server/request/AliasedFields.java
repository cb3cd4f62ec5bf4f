package io.omnigraph.server.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The second names that fields of a request record have. Jackson takes the last of a field and its
 * alias without a word; here that is a field given twice.
 *
 * @param names the field that each alias stands for
 */
record AliasedFields(Map<String, String> names) {

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
            names.put(alias, RecordReader.fieldName(component));
          }
        }
      }
    }
    return new AliasedFields(names);
  }

  /** Whether an object has a value for a field, under whichever of its names. */
  boolean isGiven(JsonNode body, String field) {
    return body.hasNonNull(field)
        || names.entrySet().stream()
            .anyMatch(alias -> alias.getValue().equals(field) && body.hasNonNull(alias.getKey()));
  }

  /** A field that an object has under two of its names. */
  Optional<String> givenTwice(JsonNode body) {
    return names.entrySet().stream()
        .filter(alias -> body.has(alias.getKey()) && body.has(alias.getValue()))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder());
  }
}
