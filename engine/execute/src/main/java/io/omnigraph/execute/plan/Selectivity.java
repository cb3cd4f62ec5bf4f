package io.omnigraph.execute.plan;

import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.TypedExpression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Guesses how many rows come out of a step. Only the order of the guesses matters: they decide
 * where a pattern is entered and in which direction it is walked.
 */
public final class Selectivity {

  private static final double EQUALITY = 0.02;
  private static final double RANGE = 0.3;
  private static final double MEMBERSHIP = 0.1;
  private static final double INEQUALITY = 0.95;

  /** The guessed length of a list that is a parameter. */
  private static final int USUAL_LIST = 10;

  /** What is guessed where statistics say that nothing remains. */
  private static final double LEAST = 1e-6;

  /** The share of the rows that are guessed to remain when nothing is known. */
  static final double HALF = 0.5;

  private final Statistics statistics;

  Selectivity(Statistics statistics) {
    this.statistics = statistics;
  }

  /** The nodes of a variable for which conditions hold. */
  double nodes(NodeVariable variable, List<Condition> conditions) {
    return Math.max(1, statistics.nodes(variable.type().name())) * share(variable, conditions);
  }

  /** The partners that a node at one end of a traversal has, if they meet conditions. */
  double partners(Traversal traversal, NodeVariable from, List<Condition> conditions) {
    NodeVariable to = traversal.from().equals(from) ? traversal.to() : traversal.from();
    double degree = edges(traversal) / (double) Math.max(1, statistics.nodes(from.type().name()));
    double hops = traversal.chains() ? (double) traversal.max() : 1;
    double reached = hops == 1 ? degree : Math.pow(Math.max(degree, 1), hops);
    return Math.min(reached, (double) statistics.nodes(to.type().name())) * share(to, conditions);
  }

  private double edges(Traversal traversal) {
    return traversal.members().stream()
        .mapToDouble(member ->
            statistics.edges(member.type().name())
                * (member.direction() == Pattern.Direction.EITHER ? 2.0 : 1.0))
        .sum();
  }

  /** The share of the pairs of two types that a traversal joins. */
  double pairs(Traversal traversal) {
    return partners(traversal, traversal.from(), List.of())
        / Math.max(1, statistics.nodes(traversal.to().type().name()));
  }

  /** The share of the rows for which all of some conditions hold. */
  double share(List<Condition> conditions) {
    double share = 1;
    for (Condition condition : conditions) {
      share *= share(condition);
    }
    return share;
  }

  /** The expression that a condition among these fixes the id of a variable's node to. */
  public static Optional<TypedExpression> key(NodeVariable variable, List<Condition> conditions) {
    return conditions.stream()
        .flatMap(condition -> fixed(condition, variable).stream())
        .findFirst();
  }

  /**
   * Expressions that are ids, or lists of ids, one of which a condition among these says that a
   * variable's node has; empty when none says so.
   */
  public static List<TypedExpression.Fixed> among(
      NodeVariable variable, List<Condition> conditions) {
    return conditions.stream()
        .map(condition -> among(condition, variable))
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<TypedExpression.Fixed> among(Condition condition, NodeVariable variable) {
    if (condition instanceof Condition.Any(var parts)) {
      List<List<TypedExpression.Fixed>> ids =
          parts.stream().map(part -> among(part, variable)).toList();
      return ids.stream().anyMatch(List::isEmpty)
          ? List.of()
          : ids.stream().flatMap(List::stream).toList();
    }
    if (condition instanceof Condition.HasElement(TypedExpression.Fixed list, var element)
        && Keys.isId(element, variable)) {
      return List.of(list);
    }
    return fixed(condition, variable)
        .filter(TypedExpression.Fixed.class::isInstance)
        .map(TypedExpression.Fixed.class::cast)
        .<List<TypedExpression.Fixed>>map(List::of)
        .orElse(List.of());
  }

  private static Optional<TypedExpression> fixed(Condition condition, NodeVariable variable) {
    if (condition instanceof Condition.Compares(var left, var comparison, var right)
        && comparison == Comparison.EQUAL) {
      return Stream.of(List.of(left, right), List.of(right, left))
          .filter(sides -> Keys.isId(sides.getFirst(), variable))
          .map(List::getLast)
          .filter(other -> !Slots.of(other).contains(variable.slot()))
          .findFirst();
    }
    return Optional.empty();
  }

  private double share(NodeVariable variable, List<Condition> conditions) {
    if (key(variable, conditions).isPresent()) {
      return 1.0 / Math.max(1, statistics.nodes(variable.type().name()));
    }
    List<TypedExpression.Fixed> among = among(variable, conditions);
    if (!among.isEmpty()) {
      double ids = among.stream().mapToInt(Selectivity::ids).sum();
      return Math.min(1, ids / Math.max(1, statistics.nodes(variable.type().name())));
    }
    return share(conditions);
  }

  private static int ids(TypedExpression.Fixed fixed) {
    return switch (fixed) {
      case TypedExpression.Constant(List<?> list, _) -> list.size();
      case TypedExpression.ListOf(var elements, _) -> elements.size();
      default -> fixed.type().isList() ? USUAL_LIST : 1;
    };
  }

  private double share(Condition condition) {
    return switch (condition) {
      case Condition.Compares(
              TypedExpression.PropertyValue value,
              var comparison,
              TypedExpression.Fixed fixed) ->
          compared(value, comparison, fixed);
      case Condition.Compares(
              TypedExpression.Fixed fixed,
              var comparison,
              TypedExpression.PropertyValue value) ->
          compared(value, comparison.mirrored(), fixed);
      case Condition.Compares(_, var comparison, _) -> usual(comparison);
      case Condition.HasElement _, Condition.HasSubstring _, Condition.IsNull _ -> MEMBERSHIP;
      case Condition.Holds(TypedExpression.TextMatch _) -> MEMBERSHIP;
      case Condition.Holds _ -> HALF;
      case Condition.All(var conditions) -> share(conditions);
      case Condition.Any(var conditions) ->
          1 - conditions.stream().mapToDouble(c -> 1 - share(c)).reduce(1, (a, b) -> a * b);
      case Condition.Negated(var negated) -> 1 - share(negated);
    };
  }

  private static double usual(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> EQUALITY;
      case NOT_EQUAL -> INEQUALITY;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RANGE;
    };
  }

  /**
   * The share of the rows whose property compares with a value, by what is known of the property.
   */
  private double compared(
      TypedExpression.PropertyValue value, Comparison comparison, TypedExpression.Fixed fixed) {
    String property = value.property().name();
    OptionalLong distinct = statistics.distinct(value.variable(), property);
    if (distinct.isPresent()) {
      double one = 1.0 / Math.max(1, distinct.getAsLong());
      return switch (comparison) {
        case EQUAL -> one;
        case NOT_EQUAL -> 1 - one;
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RANGE;
      };
    }
    return statistics
        .range(value.variable(), property)
        .map(range -> within(range, comparison, fixed))
        .orElseGet(() -> usual(comparison));
  }

  private static double within(
      WholeRange range, Comparison comparison, TypedExpression.Fixed fixed) {
    if (!(fixed instanceof TypedExpression.Constant(Long number, _))) {
      return usual(comparison);
    }
    double size = range.size();
    double one = number < range.least() || number > range.greatest() ? 0 : 1 / size;
    double below = Math.clamp(((double) number - range.least()) / Math.max(1, size), 0, 1);
    double share =
        switch (comparison) {
          case EQUAL -> one;
          case NOT_EQUAL -> 1 - one;
          case LESS -> below;
          case LESS_OR_EQUAL -> below + one;
          case GREATER -> 1 - below - one;
          case GREATER_OR_EQUAL -> 1 - below;
        };
    return Math.clamp(share, LEAST, 1);
  }
}
