package io.omnigraph.plugin.policy.bundle;

import static java.util.stream.Collectors.joining;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.yaml.ConfigNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A map of the document whose keys are known, with readers for its values. */
final class Shape {

  private final ConfigNode.Fields fields;
  private final String what;

  private Shape(ConfigNode.Fields fields, String what) {
    this.fields = fields;
    this.what = what;
  }

  /** The node as a map with no other keys than these. */
  static Shape of(ConfigNode node, String what, Set<String> keys) {
    if (!(node instanceof ConfigNode.Fields fields)) {
      throw unexpected(node, what, "a map");
    }
    fields
        .values()
        .forEach((key, value) -> {
          if (!keys.contains(key)) {
            throw unknown(key, "key", what, keys, value.span());
          }
        });
    return new Shape(fields, what);
  }

  /** A word that is none of those allowed, with the one that was probably meant. */
  static InvalidBundleException unknown(
      String word, String what, String where, Set<String> known, SourceSpan span) {
    String help =
        DidYouMean.nearest(word, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> "expected one of " + listed(known));
    return new InvalidBundleException(
        span, "unknown " + what + " `" + word + "` in " + where + "; " + help);
  }

  /** The same map, under the name that messages are to use from now on. */
  Shape called(String name) {
    return new Shape(fields, name);
  }

  static List<ConfigNode> items(ConfigNode node, String what) {
    if (node instanceof ConfigNode.Items items) {
      return items.values();
    }
    throw unexpected(node, what, "a list");
  }

  static Located<String> text(ConfigNode node, String what) {
    if (node instanceof ConfigNode.Text(String value, var span)) {
      return new Located<>(value, span);
    }
    throw unexpected(node, what, "a string");
  }

  static InvalidBundleException unexpected(ConfigNode node, String what, String expected) {
    return new InvalidBundleException(
        node.span(), "expected " + expected + " for " + what + ", found " + node.described());
  }

  ConfigNode required(String key) {
    return optional(key)
        .orElseThrow(() ->
            new InvalidBundleException(fields.span(), "missing key `" + key + "` in " + what));
  }

  Optional<ConfigNode> optional(String key) {
    return fields.field(key);
  }

  Located<String> text(String key) {
    return text(required(key), named(key));
  }

  Located<BigInteger> integer(String key) {
    ConfigNode node = required(key);
    if (node instanceof ConfigNode.Int(BigInteger value, var span)) {
      return new Located<>(value, span);
    }
    throw unexpected(node, named(key), "an integer");
  }

  /** The items of a list that may be missing. */
  <T> List<T> optionalList(String key, Function<ConfigNode, T> item) {
    return optional(key)
        .map(node -> items(node, named(key)).stream().map(item).toList())
        .orElse(List.of());
  }

  private String named(String key) {
    return "`" + key + "` of " + what;
  }

  private static String listed(Set<String> keys) {
    return keys.stream().sorted().map(key -> "`" + key + "`").collect(joining(", "));
  }
}
