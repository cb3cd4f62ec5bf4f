package io.omnigraph.graph.snapshot;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on the stored values of one row, which storage can decide by itself. Values are as
 * {@link Column} describes them; a comparison with null is never true.
 */
public sealed interface RowFilter {

  /** Compares a property with a value of its type. */
  record Compare(String property, Operator operator, Object value) implements RowFilter {}

  /** One of several values of the property's type. */
  record In(String property, List<Object> values) implements RowFilter {
    public In {
      values = List.copyOf(values);
    }
  }

  /** Whether the property has no value, or has one. */
  record Null(String property, boolean isNull) implements RowFilter {}

  /** The properties that it names. */
  default Stream<String> properties() {
    return switch (this) {
      case Compare(var property, _, _) -> Stream.of(property);
      case In(var property, _) -> Stream.of(property);
      case Null(var property, _) -> Stream.of(property);
      case All(var filters) -> filters.stream().flatMap(RowFilter::properties);
    };
  }

  /** All of several conditions; none of them is always true. */
  record All(List<RowFilter> filters) implements RowFilter {
    public All {
      filters = List.copyOf(filters);
    }
  }

  /** How two values are compared; texts by their UTF-8 bytes. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** Whether it holds between two values that compare like {@code order} and 0. */
    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }
}
