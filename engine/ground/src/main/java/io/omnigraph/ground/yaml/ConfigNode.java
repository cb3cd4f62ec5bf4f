package io.omnigraph.ground.yaml;

import io.omnigraph.ground.source.SourceSpan;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a YAML document, with its place in the file. Immutable. */
public sealed interface ConfigNode {

  /** Where the node begins. */
  SourceSpan span();

  /** What the node is, for messages: {@code a string}, {@code a list}, … */
  default String described() {
    return switch (this) {
      case Text _ -> "a string";
      case Int _ -> "an integer";
      case Decimal _ -> "a number";
      case Bool _ -> "a boolean";
      case Null _ -> "null";
      case Items _ -> "a list";
      case Fields _ -> "a map";
    };
  }

  /** A string, as written. */
  record Text(String value, SourceSpan span) implements ConfigNode {}

  /** An integer of any size. */
  record Int(BigInteger value, SourceSpan span) implements ConfigNode {}

  /** A number with a fraction or an exponent. */
  record Decimal(double value, SourceSpan span) implements ConfigNode {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value, SourceSpan span) implements ConfigNode {}

  /** An explicit {@code null}, or a key without a value. */
  record Null(SourceSpan span) implements ConfigNode {}

  /** A list, in the order of the file. */
  record Items(List<ConfigNode> values, SourceSpan span) implements ConfigNode {

    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map, in the order of the file; of a duplicate key the first value. */
  record Fields(Map<String, ConfigNode> values, SourceSpan span) implements ConfigNode {

    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a key; empty when the key is missing. */
    public Optional<ConfigNode> field(String key) {
      return Optional.ofNullable(values.get(key));
    }
  }
}
