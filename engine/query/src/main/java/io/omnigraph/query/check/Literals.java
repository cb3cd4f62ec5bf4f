package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.Unusable;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives literals their types and values. */
final class Literals {

  private Literals() {}

  /** A literal whose type nothing but itself decides. */
  static Fixed typed(Literal literal) {
    return switch (literal) {
      case Literal.Text(String value, _) -> constant(value, Scalar.STRING);
      case Literal.Null(SourceSpan span) ->
          throw TypeError.plain("`null` cannot be used here", null, span);
      case Literal.Int(long value, _) -> constant(value, Scalar.I64);
      case Literal.Decimal(double value, _) -> constant(value, Scalar.F64);
      case Literal.Bool(boolean value, _) -> constant(value, Scalar.BOOL);
      case Literal.Huge(long bits, _) -> constant(bits, Scalar.U64);
      case Literal.Quoted(Scalar scalar, String text, _) ->
          usable(scalar.parse(text), PropertyType.of(scalar));
      case Literal.Items items -> list(items);
    };
  }

  private static Fixed constant(Object value, Scalar scalar) {
    return new Constant(value, PropertyType.of(scalar));
  }

  private static Fixed usable(Reading reading, PropertyType type) {
    return switch (reading) {
      case Reading.Value(Object value) -> new Constant(value, type);
      case Reading.Refused refused -> new Unusable(refused.sentence(), type);
    };
  }

  private static Fixed list(Literal.Items items) {
    PropertyType element = PropertyType.of(Scalar.STRING);
    List<Object> values = new ArrayList<>();
    Optional<Unusable> unusable = Optional.empty();
    for (Literal item : items.values()) {
      if (item instanceof Literal.Items) {
        throw TypeError.plain("nested list literals are not supported", null, item.span());
      }
      Fixed typed = typed(item);
      if (values.isEmpty() && unusable.isEmpty()) {
        element = typed.type();
      } else if (!Types.compatible(element, typed.type())) {
        throw TypeError.plain(
            "list literal elements must share a compatible scalar type, found `%s` and `%s`"
                .formatted(element, typed.type()),
            null,
            item.span());
      }
      switch (typed) {
        case Constant(Object value, _) -> values.add(value);
        case Unusable bad -> unusable = unusable.or(() -> Optional.of(bad));
        case TypedExpression.Null _, TypedExpression.ParameterValue _, TypedExpression.Now _ ->
            throw new IllegalStateException("no literal of a list: " + typed);
      }
    }
    boolean isHuge = items.values().stream().anyMatch(Literal.Huge.class::isInstance);
    if (isHuge && !items.values().stream().allMatch(Literals::isUnsigned)) {
      unusable =
          Optional.of(
              new Unusable(
                  "a list of numbers from 2^63 on has no others than whole ones from 0 on",
                  element));
    }
    PropertyType type = (isHuge ? PropertyType.of(Scalar.U64) : element).list();
    return unusable.isPresent()
        ? new Unusable(unusable.get().message(), type)
        : new Constant(List.copyOf(values), type);
  }

  private static boolean isUnsigned(Literal literal) {
    return literal instanceof Literal.Huge
        || (literal instanceof Literal.Int(long value, _) && value >= 0);
  }

  /**
   * A literal as an operand of its own. There a list must not mix whole numbers and fractions,
   * since nothing says which of the two it holds.
   */
  static Fixed operand(Literal literal) {
    Fixed typed = typed(literal);
    if (literal instanceof Literal.Items(List<Literal> values, _)) {
      long fractions = values.stream().filter(v -> v instanceof Literal.Decimal).count();
      if (fractions > 0 && fractions < values.size()) {
        return new Unusable("a list cannot mix whole numbers and fractions", typed.type());
      }
    }
    return typed;
  }

  /** A list of numbers as a vector; empty for any other literal. */
  static Optional<Constant> vector(Literal literal) {
    if (!(literal instanceof Literal.Items(List<Literal> values, _)) || values.isEmpty()) {
      return Optional.empty();
    }
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      Literal item = values.get(i);
      if (item instanceof Literal.Items
          || item instanceof Literal.Null
          || !(typed(item) instanceof Constant(Object value, PropertyType type))
          || !type.isNumeric()) {
        return Optional.empty();
      }
      if (!(Scalar.F32.convert(type.scalar(), value) instanceof Reading.Value(Double element))) {
        throw TypeError.of("T3", "element " + i + " of the vector exceeds F32", item.span());
      }
      vector[i] = element.floatValue();
    }
    return Optional.of(new Constant(vector, PropertyType.vector(vector.length)));
  }
}
