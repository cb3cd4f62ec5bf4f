package io.omnigraph.graph.write;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that each row of a type must keep by itself (docs/reference/schema-language.md §8). */
public final class ValueRules {

  private final GraphType type;
  private final Set<String> properties;
  private final Map<String, Pattern> patterns = new HashMap<>();

  /** The rules of a type. */
  public ValueRules(GraphType type) {
    this.type = type;
    this.properties =
        type.properties().stream().map(Property::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Refuses values that break a rule.
   *
   * @throws WriteRejected when they do
   */
  public void check(Map<String, Object> values) {
    values.keySet().stream()
        .filter(name -> !properties.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new WriteRejected(type.tableKey() + " has no property `" + name + "`");
        });
    for (Property property : type.properties()) {
      checkProperty(property, values.get(property.name()));
    }
    checkConstraints(values::get);
  }

  /**
   * Refuses values that are outside of a range or do not match a pattern; nothing else is looked
   * at.
   *
   * @param values by the name of a property; null for no value
   * @throws WriteRejected when one is
   */
  public void checkConstraints(Function<String, @Nullable Object> values) {
    for (Constraint constraint : type.constraints()) {
      switch (constraint) {
        case Constraint.Range range -> checkRange(range, values.apply(range.property()));
        case Constraint.Check check -> checkPattern(check, values.apply(check.property()));
        case Constraint.Key _, Constraint.Unique _, Constraint.Index _ -> {}
      }
    }
  }

  private void checkProperty(Property property, @Nullable Object value) {
    if (value == null) {
      if (!property.type().isNullable()) {
        throw new WriteRejected(
            "non-nullable property '"
                + property.name()
                + "' has null or invalid values in "
                + type.tableKey());
      }
      return;
    }
    if (!property.type().isList()) {
      checkScalar(property, value);
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        checkScalar(property, element);
      }
    } else {
      throw new WriteRejected("list property '" + property.name() + "' expects a list of values");
    }
  }

  private void checkScalar(Property property, Object value) {
    boolean fits =
        property.type().scalar().accepts(value)
            && (!(value instanceof float[] vector) || checkVector(property, vector));
    if (!fits) {
      throw new WriteRejected(
          "`%s` is not a value of %s.%s, which is of type %s"
              .formatted(value, type.name(), property.name(), property.type().display()));
    }
    if (property.type().isEnum()) {
      checkEnum(property, String.valueOf(value));
    }
  }

  private boolean checkVector(Property property, float[] vector) {
    if (vector.length != property.type().dimension()) {
      throw new WriteRejected(
          "vector property '%s' expects %s, got %d"
              .formatted(
                  property.name(),
                  Quantity.of(property.type().dimension(), "dimension"),
                  vector.length));
    }
    for (float element : vector) {
      if (!Float.isFinite(element)) {
        throw new WriteRejected(
            "vector property '%s' of %s has the element %s, which is not a finite number"
                .formatted(property.name(), type.name(), element));
      }
    }
    return true;
  }

  private void checkEnum(Property property, String value) {
    PropertyType declared = property.type();
    if (!declared.enumValues().contains(value)) {
      throw new WriteRejected(
          "invalid enum value '%s' for %s.%s (expected: %s)"
              .formatted(
                  value, type.name(), property.name(), String.join(", ", declared.enumValues())));
    }
  }

  private void checkRange(Constraint.Range range, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Double number when number.isNaN() -> throw outOfRange(range, "value is NaN");
      case Number number -> checkBounds(range, number);
      default -> throw outOfRange(range, "value " + value + " is not a number");
    }
  }

  private void checkBounds(Constraint.Range range, Object value) {
    Scalar scalar = type.property(range.property()).orElseThrow().type().scalar();
    double number = scalar.real(value);
    Bound min = range.min();
    Bound max = range.max();
    if (min != null && number < min.value()) {
      throw outOfRange(range, "value %s < min %s".formatted(scalar.text(value), shown(min)));
    }
    if (max != null && number > max.value()) {
      throw outOfRange(range, "value %s > max %s".formatted(scalar.text(value), shown(max)));
    }
  }

  private void checkPattern(Constraint.Check check, @Nullable Object value) {
    if (value instanceof String text && !pattern(check.pattern()).matcher(text).find()) {
      throw new WriteRejected(
          "@check violation on %s.%s: value '%s' does not match pattern '%s'"
              .formatted(type.name(), check.property(), text, check.pattern()));
    }
  }

  private Pattern pattern(String source) {
    return patterns.computeIfAbsent(
        source,
        s -> {
          try {
            return Pattern.compile(s);
          } catch (PatternSyntaxException e) {
            throw new WriteRejected(
                "@check pattern '%s' of %s cannot be used: %s"
                    .formatted(s, type.name(), e.getDescription()));
          }
        });
  }

  private WriteRejected outOfRange(Constraint.Range range, String finding) {
    return new WriteRejected(
        "@range violation on %s.%s: %s".formatted(type.name(), range.property(), finding));
  }

  private static String shown(Bound bound) {
    return switch (bound) {
      case Bound.Whole whole -> String.valueOf(whole.number());
      case Bound.Decimal decimal -> String.valueOf(decimal.number());
    };
  }
}
