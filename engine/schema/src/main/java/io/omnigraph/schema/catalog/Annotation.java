package io.omnigraph.schema.catalog;

import org.jspecify.annotations.Nullable;

/**
 * An annotation.
 *
 * @param name without the {@code @}
 * @param value its argument as text; absent when it has none
 */
public record Annotation(String name, @Nullable String value) {}
