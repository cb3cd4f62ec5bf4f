package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import java.util.Optional;

/**
 * The value that {@code @default} gives to the rows that are stored when a required property is
 * added. It says nothing about rows that are written later.
 */
public final class DefaultValue {

  /** The annotation's name. */
  public static final String ANNOTATION = "default";

  private DefaultValue() {}

  /** What a property's annotation says; empty when it has none, or one without a value. */
  public static Optional<String> of(Property property) {
    return property.annotation(ANNOTATION).map(Annotation::value);
  }

  /**
   * The value that a text stands for, in the form of the type's column. Empty when it is no value
   * of the type; lists, vectors and blobs have no default.
   */
  public static Optional<Object> parse(PropertyType type, String text) {
    if (type.isList() || type.scalar().shape().isPresent()) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return type.enumValues().contains(text) ? Optional.of(text) : Optional.empty();
    }
    return type.scalar().parse(text) instanceof Reading.Value(Object value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
