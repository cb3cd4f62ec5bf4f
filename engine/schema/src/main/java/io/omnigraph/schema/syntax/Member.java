package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.language.Span;
import io.omnigraph.values.PropertyType;
import java.util.List;

/** What stands in the body of a declaration. */
public sealed interface Member {

  /** The whole member. */
  Span span();

  /** A property. */
  record PropertyMember(
      Name name, PropertyType type, List<WrittenAnnotation> annotations, Span span)
      implements Member {

    public PropertyMember {
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * A constraint.
   *
   * @param properties the properties that it names, in the order of the source
   */
  record ConstraintMember(Constraint constraint, List<Name> properties, Span span)
      implements Member {

    public ConstraintMember {
      properties = List.copyOf(properties);
    }
  }
}
