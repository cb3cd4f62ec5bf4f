package io.omnigraph.query.check;

import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks text searches and rankings. */
record SearchChecker(Scope scope) {

  TextMatch textMatch(Expression.TextCall call) {
    return switch (call) {
      case Expression.Search(Expression field, Expression query, _) ->
          textMatch(TextMatch.Mode.SEARCH, "T19", "search", field, query);
      case Expression.MatchText(Expression field, Expression query, _) ->
          textMatch(TextMatch.Mode.MATCH_TEXT, "T20", "match_text", field, query);
      case Expression.Fuzzy(Expression field, Expression query, var edits, _) -> {
        TextMatch match = textMatch(TextMatch.Mode.FUZZY, "T19", "fuzzy", field, query);
        yield edits == null
            ? match
            : new TextMatch(match.mode(), match.field(), match.query(), edits(edits));
      }
    };
  }

  private Fixed edits(Expression written) {
    Fixed edits = integer("T19", "max edits", written);
    if (edits instanceof Constant(Long number, _) && number < 0) {
      throw TypeError.of(
          "T19", "max edits must not be negative, found `" + number + "`", written.span());
    }
    return edits;
  }

  private TextMatch textMatch(
      TextMatch.Mode mode, String code, String function, Expression field, Expression query) {
    return new TextMatch(mode, field(code, function, field), query(code, function, query), null);
  }

  Ranking ranking(Expression.RankCall call) {
    return single(call);
  }

  Ranking ranking(Expression.Rrf rrf) {
    Ranking.Single first = single(rrf.first());
    Ranking.Single second = single(rrf.second());
    if (first.variable().slot() != second.variable().slot()) {
      throw TypeError.of(
          "T21",
          "both rankings of `rrf` must be on the same variable, found `$%s` and `$%s`"
              .formatted(first.variable().name(), second.variable().name()),
          rrf.second().span());
    }
    return new Ranking.Fused(first, second, k(rrf.k()));
  }

  private @Nullable Fixed k(@Nullable Expression written) {
    if (written == null) {
      return null;
    }
    if (written instanceof Literal.Int(long value, SourceSpan span) && value <= 0) {
      throw TypeError.of("T21", "`k` of `rrf` must be > 0", span);
    }
    return integer("T21", "`k` of `rrf`", written);
  }

  private Ranking.Single single(Expression.RankCall call) {
    return switch (call) {
      case Expression.Nearest nearest -> nearest(nearest);
      case Expression.Bm25(Expression field, Expression query, _) ->
          new Ranking.Bm25(field("T20", "bm25", field), query("T20", "bm25", query));
    };
  }

  private Ranking.Nearest nearest(Expression.Nearest call) {
    PropertyValue field = ofNode(scope.property(call.property(), "T15"), call.property());
    if (field.type().isList() || field.type().scalar() != Scalar.VECTOR) {
      throw TypeError.of(
          "T15",
          "`nearest` needs a vector, but `%s.%s` has type `%s`"
              .formatted(field.variable().typeNames(), field.property().name(), field.type()),
          call.property().span());
    }
    return new Ranking.Nearest(field, nearestQuery(field.type().dimension(), call.query()));
  }

  private Fixed nearestQuery(int dimension, Expression written) {
    Optional<Constant> vector =
        written instanceof Literal literal ? Literals.vector(literal) : Optional.empty();
    Fixed query =
        vector.isPresent()
            ? vector.get()
            : fixed(written)
                .orElseThrow(() ->
                    TypeError.of(
                        "T15", "nearest query must be a literal or parameter", written.span()));
    PropertyType type = query.type();
    boolean isVector = !type.isList() && type.scalar() == Scalar.VECTOR;
    if (!isVector && !Types.isText(type)) {
      throw TypeError.of(
          "T15",
          "nearest query must be a string or a vector, found `" + type + "`",
          written.span());
    }
    if (isVector && type.dimension() != dimension) {
      throw TypeError.of(
          "T15",
          "nearest expects %s, got %d"
              .formatted(Quantity.of(dimension, "dimension"), type.dimension()),
          written.span());
    }
    return query;
  }

  private PropertyValue field(String code, String function, Expression written) {
    if (!(written instanceof Expression.PropertyAccess access)) {
      throw TypeError.of(
          code, "the field of `%s` must be a property".formatted(function), written.span());
    }
    PropertyValue field = ofNode(scope.property(access), access);
    if (!Types.isText(field.type())) {
      throw TypeError.of(
          code,
          "the field of `%s` must be a `String`, but `%s.%s` has type `%s`"
              .formatted(
                  function, field.variable().typeNames(), field.property().name(), field.type()),
          written.span());
    }
    return field;
  }

  private static PropertyValue ofNode(PropertyValue field, Expression.PropertyAccess written) {
    if (field.variable() instanceof EdgeVariable) {
      throw TypeError.of("T23", "searches and rankings are of nodes, not of edges", written.span());
    }
    return field;
  }

  private Fixed query(String code, String function, Expression written) {
    return fixed(written)
        .filter(query -> Types.isText(query.type()))
        .orElseThrow(() ->
            TypeError.of(
                code,
                "the query of `%s` must be a `String` literal or parameter".formatted(function),
                written.span()));
  }

  private Fixed integer(String code, String what, Expression written) {
    return fixed(written)
        .filter(number -> Types.isInteger(number.type()))
        .orElseThrow(() ->
            TypeError.of(code, what + " must be an integer literal or parameter", written.span()));
  }

  /**
   * A number of rows.
   *
   * @param written absent for none
   */
  @Nullable Fixed rows(String what, @Nullable Expression written) {
    if (written == null) {
      return null;
    }
    return fixed(written)
        .filter(number -> Types.isInteger(number.type()))
        .orElseThrow(() ->
            TypeError.of(
                "T62",
                "`" + what + "` needs an integer or a parameter that is one",
                null,
                written.span()));
  }

  /** A literal or a parameter; empty for everything else. */
  private Optional<Fixed> fixed(Expression written) {
    return switch (written) {
      case Literal literal -> Optional.of(literal(literal));
      case Expression.Variable(String name, SourceSpan span) -> {
        Optional<Parameter> parameter = scope.parameter(name);
        if (parameter.isEmpty() && scope.variable(name).isEmpty()) {
          throw scope.unbound(name, span);
        }
        yield parameter.map(ParameterValue::new);
      }
      case Expression.Simple _, Expression.Call _, Expression.Truth _ -> Optional.empty();
    };
  }

  private Fixed literal(Literal literal) {
    return (Fixed) new ExpressionChecker(new MatchOperands(scope)).check(literal);
  }
}
