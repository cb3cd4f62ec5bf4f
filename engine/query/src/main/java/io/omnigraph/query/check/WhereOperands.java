package io.omnigraph.query.check;

import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.Scalar;
import java.util.function.Function;

/**
 * Operands of a {@code where}: the properties of one row, by their names alone.
 *
 * @param row that the condition is about
 * @param parameter finds a parameter by its place in the query, or fails
 */
record WhereOperands(RowVariable row, Function<Expression.Variable, Parameter> parameter)
    implements Operands {

  @Override
  public TypedExpression property(Expression.PropertyAccess access) {
    throw TypeError.of(
        "T14",
        "`$%s` is not a declared parameter; a `where` names properties alone"
            .formatted(access.variable()),
        "write `" + access.property() + "`",
        Repair.replace(access.property()),
        access.span());
  }

  @Override
  public TypedExpression system(Expression.SystemAccess access) {
    boolean isKnown =
        switch (access.field()) {
          case ID -> true;
          case SRC, DST -> row instanceof EdgeVariable;
          case TYPE -> false;
        };
    if (!isKnown || access.variable() != null) {
      throw TypeError.of(
          "T11",
          "a `where` of `%s` knows no `%s`".formatted(row.typeNames(), access.field().written()),
          row instanceof EdgeVariable ? "it knows `@id`, `@src` and `@dst`" : "it knows `@id`",
          access.span());
    }
    return new SystemValue(row, access.field());
  }

  @Override
  public TypedExpression variable(Expression.Variable variable) {
    return new ParameterValue(parameter.apply(variable));
  }

  @Override
  public TypedExpression word(Expression.AliasReference word) {
    GraphType type = row.types().getFirst();
    if (row instanceof EdgeVariable && word.name().equals("from")) {
      return new SystemValue(row, SystemField.SRC);
    }
    if (row instanceof EdgeVariable && word.name().equals("to")) {
      return new SystemValue(row, SystemField.DST);
    }
    if (word.name().equals("id") && type.property("id").isEmpty()) {
      throw TypeError.of(
          "T11",
          "type `%s` has no property `id`".formatted(type.name()),
          "the id is `@id`",
          Repair.replace("@id"),
          word.span());
    }
    Property property = AssignmentChecker.property(type, word.name(), word.span());
    if (property.type().scalar() == Scalar.BLOB) {
      throw TypeError.of(
          "T11",
          "`%s.%s` is a blob, which cannot be compared".formatted(type.name(), property.name()),
          word.span());
    }
    return new PropertyValue(row, property);
  }

  @Override
  public TypedExpression call(Expression.Call call) {
    throw TypeError.of(
        "T44", "aggregates, searches and rankings cannot be used in a `where`", call.span());
  }

  @Override
  public String misfitCode(boolean hasLiteral) {
    return hasLiteral ? "T3" : "T7";
  }

  @Override
  public void requireMember(TypedExpression compared, Literal.Text text) {
    if (compared instanceof PropertyValue(_, var property)) {
      ValueChecker.requireMember(
          row.typeNames() + "." + property.name(), property.type(), text.value(), text.span());
    }
  }
}
