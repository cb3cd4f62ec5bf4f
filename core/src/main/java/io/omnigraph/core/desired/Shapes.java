package io.omnigraph.core.desired;

import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shapes and values have to do with each other, looking at the outermost level only. */
final class Shapes {

  private Shapes() {}

  /** The alternative that a value is meant to have, told by what the value is. */
  static Optional<ConfigShape> chosen(ConfigShape.OneOf alternatives, ConfigNode node) {
    return alternatives.shapes().stream().filter(shape -> fits(shape, node)).findFirst();
  }

  /** Whether a value is of the sort that a shape asks for, whatever it holds. */
  static boolean fits(ConfigShape shape, ConfigNode node) {
    return switch (shape) {
      case ConfigShape.Text _ -> node instanceof ConfigNode.Text;
      case ConfigShape.Int _ ->
          node instanceof ConfigNode.Int(var value, _)
              && value.signum() >= 0
              && value.bitLength() <= Integer.SIZE;
      case ConfigShape.Bool _ -> node instanceof ConfigNode.Bool;
      case ConfigShape.ListOf _ -> node instanceof ConfigNode.Items;
      case ConfigShape.MapOf _, ConfigShape.FieldsOf _ -> node instanceof ConfigNode.Fields;
      case ConfigShape.OneOf alternatives -> chosen(alternatives, node).isPresent();
    };
  }

  /** A shape in the words of a message: {@code a string, a list or a map}. */
  static String described(ConfigShape shape) {
    return switch (shape) {
      case ConfigShape.Text _ -> "a string";
      case ConfigShape.Int _ -> "an integer from 0 to 4294967295";
      case ConfigShape.Bool _ -> "`true` or `false`";
      case ConfigShape.ListOf _ -> "a list";
      case ConfigShape.MapOf _, ConfigShape.FieldsOf _ -> "a map";
      case ConfigShape.OneOf(var shapes) -> alternatives(shapes);
    };
  }

  private static String alternatives(List<ConfigShape> shapes) {
    List<String> words = new ArrayList<>(shapes.stream().map(Shapes::described).toList());
    String last = words.removeLast();
    return words.isEmpty() ? last : String.join(", ", words) + " or " + last;
  }
}
