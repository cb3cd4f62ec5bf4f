package io.omnigraph.core.desired;

import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a document against its shape and reports everything that does not fit. */
final class ShapeCheck {

  private final SourceText source;
  private final List<Diagnostic> problems = new ArrayList<>();

  private ShapeCheck(SourceText source) {
    this.source = source;
  }

  /** What is wrong with a document, in the order of the file; missing keys after what is there. */
  static List<Diagnostic> problems(ConfigShape shape, ConfigNode root, SourceText source) {
    ShapeCheck check = new ShapeCheck(source);
    check.value(shape, root, "");
    return List.copyOf(check.problems);
  }

  private void value(ConfigShape shape, ConfigNode node, String path) {
    if (!Shapes.fits(shape, node)) {
      report(
          "expected %s%s on line %d, found %s"
              .formatted(Shapes.described(shape), at(path), node.span().line(), found(node)),
          node.span());
      return;
    }
    switch (shape) {
      case ConfigShape.Text _ -> text((ConfigNode.Text) node, path);
      case ConfigShape.Int _, ConfigShape.Bool _ -> {}
      case ConfigShape.ListOf(var item) -> items(item, (ConfigNode.Items) node, path);
      case ConfigShape.MapOf(var value) -> entries(value, (ConfigNode.Fields) node, path);
      case ConfigShape.FieldsOf fields -> fields(fields, (ConfigNode.Fields) node, path);
      case ConfigShape.OneOf oneOf -> value(Shapes.chosen(oneOf, node).orElseThrow(), node, path);
    }
  }

  /** No path and no name may hold U+0000, and digests rely on that. */
  private void text(ConfigNode.Text text, String path) {
    if (text.value().indexOf('\0') >= 0) {
      report(
          "the string at `%s` on line %d holds the character U+0000; remove it"
              .formatted(path, text.span().line()),
          text.span());
    }
  }

  private void items(ConfigShape item, ConfigNode.Items list, String path) {
    for (int i = 0; i < list.values().size(); i++) {
      value(item, list.values().get(i), path + "[" + i + "]");
    }
  }

  private void entries(ConfigShape value, ConfigNode.Fields map, String path) {
    map.values().forEach((key, node) -> value(value, node, below(path, key)));
  }

  private void fields(ConfigShape.FieldsOf shape, ConfigNode.Fields map, String path) {
    map.values()
        .forEach((key, node) ->
            shape.fields().stream()
                .filter(field -> field.name().equals(key))
                .findFirst()
                .ifPresentOrElse(
                    field -> value(field.shape(), node, below(path, key)),
                    () -> unknown(key, node, shape, path)));
    shape.fields().stream()
        .filter(field -> field.required() && map.field(field.name()).isEmpty())
        .forEach(field -> missing(field, map, path));
  }

  private void unknown(String key, ConfigNode node, ConfigShape.FieldsOf shape, String path) {
    List<String> known = shape.fields().stream().map(ConfigShape.Field::name).toList();
    SourceSpan place = KeyPlace.of(key, node, source);
    report(
        "unknown key `%s` on line %d; %s"
            .formatted(below(path, key), place.line(), wayOut(key, known)),
        place);
  }

  private static String wayOut(String key, List<String> known) {
    Optional<String> nearest = DidYouMean.nearest(key, known);
    if (nearest.isPresent()) {
      return "did you mean `" + nearest.get() + "`?";
    }
    return known.isEmpty()
        ? "no keys are known here"
        : "known keys are `" + String.join("`, `", known) + "`";
  }

  private void missing(ConfigShape.Field field, ConfigNode.Fields map, String path) {
    report(
        "missing key `%s` in the map on line %d; expected %s"
            .formatted(
                below(path, field.name()), map.span().line(), Shapes.described(field.shape())),
        map.span());
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : " at `" + path + "`";
  }

  private static String found(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Int(var value, _) -> "`" + value + "`";
      case ConfigNode.Bool(var value, _) -> "`" + value + "`";
      case ConfigNode.Text(var value, _) -> "the string `" + value.replace("\n", " ") + "`";
      case ConfigNode.Decimal _, ConfigNode.Null _, ConfigNode.Items _, ConfigNode.Fields _ ->
          node.described();
    };
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void report(String message, SourceSpan span) {
    problems.add(Diagnostic.error("invalid_cluster_yaml", ClusterFile.NAME, message).at(span));
  }
}
