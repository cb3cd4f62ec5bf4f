package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.ListOf;
import io.omnigraph.query.check.TypedExpression.Unusable;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives literals their types and values. */
final class Literals {

  private Literals() {}

  /** A literal whose type nothing but itself decides. */
  static Fixed typed(Literal literal) {
    return switch (literal) {
      case Literal.Text(String value, _) -> constant(value, Scalar.STRING);
      case Literal.Null(SourceSpan span) ->
          throw TypeError.of("T7", "`null` can be assigned, but is no operand", span);
      case Literal.Int(long value, _) -> constant(value, Scalar.I64);
      case Literal.Decimal(double value, _) -> constant(value, Scalar.F64);
      case Literal.Bool(boolean value, _) -> constant(value, Scalar.BOOL);
      case Literal.Huge(long bits, _) -> constant(bits, Scalar.U64);
      case Literal.Quoted(Scalar scalar, String text, _) ->
          usable(scalar.parse(text), PropertyType.of(scalar));
      case Literal.Items items -> list(items, Literals::element);
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

  private static Fixed element(Expression element) {
    if (element instanceof Literal literal && !(literal instanceof Literal.Items)) {
      return typed(literal);
    }
    throw TypeError.of("T52", "the elements of a list are scalars", element.span());
  }

  private static boolean isUnsigned(Expression literal) {
    return literal instanceof Literal.Huge
        || (literal instanceof Literal.Int(long value, _) && value >= 0);
  }

  /**
   * A list. One that has fractions is a list of fractions.
   *
   * @param checker gives the elements, which are scalars
   */
  static Fixed list(Literal.Items items, Function<Expression, Fixed> checker) {
    List<Fixed> elements = new ArrayList<>();
    for (Expression item : items.values()) {
      Fixed element = checker.apply(item);
      if (!elements.isEmpty() && !Types.compatible(elements.getFirst().type(), element.type())) {
        throw TypeError.of(
            "T53",
            "list literal elements must share a compatible scalar type, found `%s` and `%s`"
                .formatted(elements.getFirst().type(), element.type()),
            item.span());
      }
      elements.add(element);
    }
    PropertyType type = Types.joined(elements.stream().map(Fixed::type).toList()).list();
    if (items.values().stream().anyMatch(Literal.Huge.class::isInstance)
        && !items.values().stream().allMatch(Literals::isUnsigned)) {
      return new Unusable(
          "a list of numbers from 2^63 on has no others than whole ones from 0 on", type);
    }
    List<Object> values = new ArrayList<>();
    for (Fixed element : elements) {
      if (element instanceof Unusable(var message, _)) {
        return new Unusable(message, type);
      }
      if (element instanceof Constant(Object value, _)) {
        values.add(Types.widened(value, type));
      }
    }
    return values.size() == elements.size()
        ? new Constant(List.copyOf(values), type)
        : new ListOf(elements, type);
  }

  /** A list of numbers as a vector; empty for any other literal. */
  static Optional<Constant> vector(Literal literal) {
    if (!(literal instanceof Literal.Items(List<Expression> values, _)) || values.isEmpty()) {
      return Optional.empty();
    }
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(values.get(i) instanceof Literal item)
          || item instanceof Literal.Items
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
