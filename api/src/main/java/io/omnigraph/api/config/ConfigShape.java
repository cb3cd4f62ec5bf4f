package io.omnigraph.api.config;

import java.util.List;

/**
 * The shape that a value of the configuration must have. The core checks the whole document against
 * the shapes of every registered kind before any of them is asked to declare resources, so that a
 * kind can read its values without checking types.
 */
public sealed interface ConfigShape {

  /** A string. */
  record Text() implements ConfigShape {}

  /** An integer without a sign that fits 32 bits. */
  record Int() implements ConfigShape {}

  /** {@code true} or {@code false}. */
  record Bool() implements ConfigShape {}

  /** A list of values of one shape. */
  record ListOf(ConfigShape item) implements ConfigShape {}

  /** A map from any key to values of one shape. */
  record MapOf(ConfigShape value) implements ConfigShape {}

  /**
   * A map with known keys; any other key is an error.
   *
   * @param fields in the order of the canonical form that the config digest hashes
   */
  record FieldsOf(List<Field> fields) implements ConfigShape {

    public FieldsOf {
      fields = List.copyOf(fields);
    }
  }

  /** A value of any one of several shapes, told apart by what the value is. */
  record OneOf(List<ConfigShape> shapes) implements ConfigShape {

    public OneOf {
      shapes = List.copyOf(shapes);
    }
  }

  /** A key of a {@link FieldsOf}. */
  record Field(String name, ConfigShape shape, boolean required) {

    /** A key that must be there. */
    public static Field required(String name, ConfigShape shape) {
      return new Field(name, shape, true);
    }

    /** A key that may be left out. */
    public static Field optional(String name, ConfigShape shape) {
      return new Field(name, shape, false);
    }
  }
}
