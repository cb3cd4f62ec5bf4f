package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Projection;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the columns of a result. */
record ProjectionChecker(Scope scope) {

  /** The fields that the object of an edge begins with. */
  private static final List<SystemField> OF_EDGES =
      List.of(SystemField.ID, SystemField.TYPE, SystemField.SRC, SystemField.DST);

  OutputColumn column(Projection projection) {
    return switch (projection) {
      case Projection.Value(Expression.Aggregate aggregate, String alias, _) ->
          new OutputColumn.Aggregated(name(alias, aggregate.argument()), aggregate(aggregate));
      case Projection.Value(Expression.Truth test, String alias, _) when alias == null ->
          throw TypeError.of(
              "T43",
              "a test needs a name to be a column",
              "write `as` and a name after it",
              Repair.append("as test", " as test"),
              test.span());
      case Projection.Value(Expression.Variable variable, String alias, var span)
          when scope.parameter(variable.name()).isEmpty()
              && scope.variable(variable.name()).orElse(null) instanceof NodeVariable ->
          node(new Projection.Node(variable, List.of(), alias, span));
      case Projection.Value(Expression expression, String alias, _) ->
          new OutputColumn.Plain(name(alias, expression), value(expression));
      case Projection.Node node -> node(node);
    };
  }

  /** That an aggregate has nothing beside it but properties, nodes and parameters. */
  static void checkGroups(List<Projection> projections) {
    boolean isAggregate = projections.stream().anyMatch(ProjectionChecker::isAggregate);
    for (Projection projection : projections) {
      if (isAggregate && !makesGroups(projection)) {
        throw TypeError.of(
            "T9",
            "beside an aggregate only properties, nodes and parameters can be returned",
            projection.span());
      }
    }
  }

  private static boolean isAggregate(Projection projection) {
    return projection instanceof Projection.Value(Expression.Aggregate _, _, _);
  }

  private static boolean makesGroups(Projection projection) {
    return switch (projection) {
      case Projection.Node _ -> true;
      case Projection.Value(Expression expression, _, _) ->
          switch (expression) {
            case Expression.Aggregate _,
                Expression.PropertyAccess _,
                Expression.SystemAccess _,
                Expression.Variable _,
                Expression.Truth _ ->
                true;
            case Expression.Simple _, Expression.Call _, Literal _ -> false;
          };
    };
  }

  private OutputColumn node(Projection.Node projection) {
    Expression.Variable written = projection.variable();
    RowVariable variable =
        scope
            .variable(written.name())
            .orElseThrow(() -> scope.unbound(written.name(), written.span()));
    List<OutputColumn.Member> members =
        projection.isWhole() ? everything(variable) : members(variable, projection);
    String alias = projection.alias();
    return new OutputColumn.Node(alias == null ? written.name() : alias, variable, members);
  }

  /** The system fields, and the properties that are neither blobs nor vectors. */
  private static List<OutputColumn.Member> everything(RowVariable variable) {
    List<SystemField> fields =
        variable instanceof EdgeVariable ? OF_EDGES : List.of(SystemField.ID);
    Stream<OutputColumn.Member> system =
        fields.stream()
            .map(f -> new OutputColumn.Member(f.written(), new SystemValue(variable, f)));
    Stream<OutputColumn.Member> properties =
        variable.types().stream()
            .flatMap(type -> type.properties().stream())
            .map(Property::name)
            .distinct()
            .flatMap(name -> variable.property(name).stream())
            .filter(p -> p.type().scalar() != Scalar.BLOB && p.type().scalar() != Scalar.VECTOR)
            .map(p -> new OutputColumn.Member(p.name(), new PropertyValue(variable, p)));
    return Stream.concat(system, properties).toList();
  }

  private List<OutputColumn.Member> members(RowVariable variable, Projection.Node projection) {
    Set<String> names = new HashSet<>();
    List<OutputColumn.Member> members = new ArrayList<>();
    for (Projection.Member written : projection.members()) {
      String name = written.property();
      if (!names.add(name)) {
        throw TypeError.of("T25", "`" + name + "` is in the object twice", null, written.span());
      }
      members.add(new OutputColumn.Member(name, member(variable, written)));
    }
    return members;
  }

  private TypedExpression member(RowVariable variable, Projection.Member written) {
    return written.property().equals(SystemField.ID.written())
        ? SystemValue.id(variable)
        : readable(
            scope.property(
                new Expression.PropertyAccess(variable.name(), written.property(), written.span())),
            written.span());
  }

  /** That a value can be read by a query, which a blob cannot. */
  static TypedExpression readable(TypedExpression value, SourceSpan span) {
    if (value instanceof PropertyValue(_, var property)
        && property.type().scalar() == Scalar.BLOB) {
      throw TypeError.of(
          "T24",
          "`%s` is a blob, which is no value of a query".formatted(property.name()),
          "read it by the `blob` command or route",
          span);
    }
    return value;
  }

  /** The value of an expression; a test is worked out once for each row. */
  TypedExpression value(Expression written) {
    TypedExpression value =
        readable(new ExpressionChecker(new ColumnOperands(scope)).check(written), written.span());
    return value instanceof Condition condition ? scope.compute(condition) : value;
  }

  /** An aggregate, whether it is a column or a key of the order. */
  TypedAggregate aggregate(Expression.Aggregate written) {
    TypedExpression argument = argument(written);
    if (argument instanceof TypedExpression.Score) {
      throw TypeError.of(
          "T32",
          "a ranking cannot be under `%s`".formatted(written.function().word()),
          written.argument().span());
    }
    return new TypedAggregate(
        written.function(), written.isDistinct(), argument, resultType(written, argument.type()));
  }

  /** A node or an edge is counted by its id; nothing else is worked out from it. */
  private TypedExpression argument(Expression.Aggregate written) {
    if (written.argument() instanceof Expression.Variable(String name, SourceSpan span)
        && scope.parameter(name).isEmpty()) {
      RowVariable row = scope.variable(name).orElseThrow(() -> scope.unbound(name, span));
      if (written.function() != AggregateFunction.COUNT) {
        throw TypeError.of(
            "T8",
            "`%s` needs a value, but `$%s` stands for a whole %s"
                .formatted(
                    written.function().word(), name, row instanceof NodeVariable ? "node" : "edge"),
            span);
      }
      return SystemValue.id(row);
    }
    return value(written.argument());
  }

  private static PropertyType resultType(Expression.Aggregate aggregate, PropertyType argument) {
    AggregateFunction function = aggregate.function();
    boolean isSummable = !argument.isList() && argument.scalar().total().isPresent();
    return switch (function) {
      case COUNT -> PropertyType.of(Scalar.I64);
      case SUM, AVG -> {
        require(isSummable, aggregate, "a number", argument);
        yield PropertyType.of(argument.scalar().total().orElseThrow()).nullable();
      }
      case MIN, MAX -> {
        require(
            Types.isComparable(argument),
            aggregate,
            "a number, a `String`, a `Bool`, a date or an instant",
            argument);
        yield argument.nullable();
      }
    };
  }

  private static void require(
      boolean fits, Expression.Aggregate aggregate, String wanted, PropertyType found) {
    if (!fits) {
      throw TypeError.of(
          "T8",
          "`%s` needs %s, found `%s`".formatted(aggregate.function().word(), wanted, found),
          aggregate.argument().span());
    }
  }

  /** The name of a column. */
  static String name(@Nullable String alias, Expression named) {
    if (alias != null) {
      return alias;
    }
    return switch (named) {
      case Expression.PropertyAccess(String variable, String property, _) ->
          variable + "." + property;
      case Expression.Variable(String variable, _) -> variable;
      case Expression.SystemAccess(String variable, var field, _) ->
          variable + "." + field.written();
      case Expression.Truth _ -> "test";
      case Literal _ -> "literal";
      case Expression.Now _ -> "now";
      case Expression.TextCall call -> call.function();
      case Expression.Nearest _ -> "nearest";
      case Expression.Bm25 _ -> "bm25";
      case Expression.Rrf _ -> "rrf";
      case Expression.AliasReference(String word, _) -> word;
      case Expression.Aggregate aggregate -> aggregate.function().word();
    };
  }
}
