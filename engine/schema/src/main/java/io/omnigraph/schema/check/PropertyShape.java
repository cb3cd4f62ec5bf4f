package io.omnigraph.schema.check;

import io.omnigraph.schema.catalog.PropertyType;
import java.util.Optional;

/** The shapes of property that do not take every annotation. */
enum PropertyShape {
  LIST("list"),
  VECTOR("vector"),
  BLOB("blob");

  private final String word;

  PropertyShape(String word) {
    this.word = word;
  }

  /** The shape of a type; empty for plain scalars. */
  static Optional<PropertyShape> of(PropertyType type) {
    if (type.isList()) {
      return Optional.of(LIST);
    }
    return switch (type.scalar()) {
      case VECTOR -> Optional.of(VECTOR);
      case BLOB -> Optional.of(BLOB);
      case STRING, BOOL, I32, I64, U32, U64, F32, F64, DATE, DATE_TIME -> Optional.empty();
    };
  }

  /** Whether a property of this shape takes an annotation that says something of its column. */
  boolean takes(String annotation) {
    return this == VECTOR && (annotation.equals("index") || annotation.equals("embed"));
  }

  /** The word in messages. */
  String word() {
    return word;
  }
}
