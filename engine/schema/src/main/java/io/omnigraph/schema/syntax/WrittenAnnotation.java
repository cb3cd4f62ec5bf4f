package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.language.Span;

/** An annotation and where it was written. */
public record WrittenAnnotation(Annotation annotation, Span span) {

  /** Its name, without the {@code @}. */
  public String name() {
    return annotation.name();
  }
}
