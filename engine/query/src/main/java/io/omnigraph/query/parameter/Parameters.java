package io.omnigraph.query.parameter;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a query's parameters, by name. Immutable.
 *
 * <p>Values are {@link Long}, {@link Double}, {@link Boolean}, {@link String}, {@code float[]} or a
 * {@link java.util.List} of the first four, in the forms that {@link
 * io.omnigraph.graph.snapshot.Column} describes: a {@code Date} is its days and a {@code DateTime}
 * its milliseconds since 1970. An {@code F32} is a double that 32 bits can hold.
 */
public final class Parameters {

  private static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, Object> values;

  private Parameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** No values. */
  public static Parameters none() {
    return NONE;
  }

  /** Values by name; a parameter that is not among them is null. */
  public static Parameters of(Map<String, Object> values) {
    return new Parameters(values);
  }

  /** The value of a parameter; empty when it is null. */
  public Optional<Object> value(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter.name()));
  }

  /** The values that are not null, in the order of the names. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public String toString() {
    return "parameters " + values.keySet();
  }
}
