package io.omnigraph.schema.syntax;

import io.omnigraph.schema.language.Span;

/** A name and where it was written. */
public record Name(String text, Span span) {}
