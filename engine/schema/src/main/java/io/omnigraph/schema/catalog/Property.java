package io.omnigraph.schema.catalog;

import io.omnigraph.values.PropertyType;
import java.util.List;
import java.util.Optional;

/**
 * A property of a type.
 *
 * @param name of the property
 * @param type of its values
 * @param annotations in the order of the source, those that are also constraints included
 */
public record Property(String name, PropertyType type, List<Annotation> annotations) {

  public Property {
    annotations = List.copyOf(annotations);
  }

  /** The annotation of a name. */
  public Optional<Annotation> annotation(String wanted) {
    return annotations.stream().filter(a -> a.name().equals(wanted)).findFirst();
  }
}
