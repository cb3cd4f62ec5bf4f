package io.omnigraph.query.parameter;

import io.omnigraph.values.PropertyType;

/**
 * A parameter of a query.
 *
 * @param name without the {@code $}
 * @param type never an enum
 */
public record Parameter(String name, PropertyType type) {}
