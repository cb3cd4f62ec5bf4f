package io.omnigraph.api.config;

import io.omnigraph.ground.yaml.ConfigNode;
import java.util.Optional;

/**
 * One entry of a section of the configuration, such as the graph {@code harbor} of {@code graphs}.
 * Its shape has been checked.
 *
 * @param section the top-level key
 * @param name the entry's key; not yet checked against the grammar of names
 * @param fields the entry's value, with the fields of all kinds
 */
public record ConfigEntry(String section, String name, ConfigNode.Fields fields) {

  /** The entry's path: {@code graphs.harbor}. */
  public String path() {
    return section + "." + name;
  }

  /** The path of something inside the entry: {@code graphs.harbor.schema}. */
  public String path(String below) {
    return path() + "." + below;
  }

  /** The value of a field; empty when it is missing. */
  public Optional<ConfigNode> field(String field) {
    return fields.field(field);
  }

  /**
   * The text of a field whose shape is {@link ConfigShape.Text}.
   *
   * @throws IllegalStateException when it is missing or not a text: the shape did not require it
   */
  public String text(String field) {
    if (field(field).orElse(null) instanceof ConfigNode.Text(String value, _)) {
      return value;
    }
    throw new IllegalStateException("the shape of " + path(field) + " does not require a text");
  }
}
