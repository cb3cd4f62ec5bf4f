package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.Pattern.Direction;
import io.omnigraph.query.check.Pattern.Member;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the direction of traversals and the types of their ends. */
record TraversalChecker(Schema schema, Scope scope) {

  Pattern.Traversal check(Clause.Traversal written) {
    List<EdgeType> types = types(written.edges());
    checkHops(written);
    Pattern.Traversal found =
        written.edges().isWildcard() ? wildcard(written) : named(written, types);
    if (!found.chains() && found.max() > 1) {
      throw TypeError.of(
          "T5",
          "edges between nodes of different types cannot follow one another",
          "leave the bound out",
          written.edges().span());
    }
    return found;
  }

  private List<EdgeType> types(Clause.Edges edges) {
    List<EdgeType> types = new ArrayList<>();
    for (Clause.EdgeName name : edges.names()) {
      EdgeType type = schema.edgeIgnoringCase(name.name()).orElseThrow(() -> unknown(name));
      if (!types.contains(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private TypeError unknown(Clause.EdgeName name) {
    return TypeError.of(
        "T4",
        "unknown edge `" + name.name() + "`",
        DidYouMean.help(name.name(), edgeNames()),
        Types.near(name.name(), edgeNames()),
        name.span());
  }

  /** The edges as queries spell them. */
  private List<String> edgeNames() {
    return schema.edges().stream().map(TraversalChecker::spelt).toList();
  }

  private static String spelt(EdgeType edge) {
    return Character.toLowerCase(edge.name().charAt(0)) + edge.name().substring(1);
  }

  private static void checkHops(Clause.Traversal written) {
    Clause.Hops hops = written.hops();
    if (hops == null) {
      return;
    }
    if (hops.max() == null) {
      throw TypeError.of(
          "T15", "unbounded traversal is disabled; use bounded traversal {min,max}", hops.span());
    }
    if (hops.min() < 1) {
      throw TypeError.of("T15", "min hop bound must be >= 1", hops.span());
    }
    if (hops.max() < hops.min()) {
      throw TypeError.of(
          "T15",
          "max hop bound must be >= min hop bound, found {%d,%d}".formatted(hops.min(), hops.max()),
          hops.span());
    }
    if (written.edge() != null && hops.max() > 1) {
      throw TypeError.of(
          "T23", "an edge variable stands for one edge, not for several in a row", hops.span());
    }
  }

  private Pattern.Traversal named(Clause.Traversal written, List<EdgeType> types) {
    EdgeType first = types.getFirst();
    if (written.edges().isUndirected()) {
      types.forEach(type -> requireOneType(written, type));
    }
    boolean outgoing = isOutgoing(first, written);
    NodeVariable source = end(first, written.source(), outgoing ? first.from() : first.to());
    NodeVariable target = end(first, written.target(), outgoing ? first.to() : first.from());
    if (types.size() == 1 && !written.edges().isUndirected()) {
      List<Member> members = List.of(new Member(first, Direction.FORWARD));
      return outgoing
          ? traversal(written, members, source, target)
          : traversal(written, members, target, source);
    }
    List<Member> members = new ArrayList<>();
    for (EdgeType type : types) {
      Direction direction = direction(type, source, target);
      if (direction == null) {
        throw misfit(type, written.edges());
      }
      members.add(new Member(type, written.edges().isUndirected() ? Direction.EITHER : direction));
    }
    return traversal(written, members, source, target);
  }

  private static TypeError misfit(EdgeType type, Clause.Edges edges) {
    return TypeError.of(
        "T5",
        "edge `%s: %s -> %s` does not join the types that the others join"
            .formatted(spelt(type), type.from(), type.to()),
        edges.span());
  }

  private static void requireOneType(Clause.Traversal written, EdgeType edge) {
    if (!edge.from().equals(edge.to())) {
      throw TypeError.of(
          "T22",
          "edge `%s: %s -> %s` joins nodes of different types and has one direction only"
              .formatted(edge.name(), edge.from(), edge.to()),
          "write `" + spelt(edge) + "`",
          Repair.replace(spelt(edge)),
          written.edges().span());
    }
  }

  /** How edges of a type join two variables; absent when they do not. */
  private static @Nullable Direction direction(
      EdgeType type, NodeVariable source, NodeVariable target) {
    String one = source.type().name();
    String other = target.type().name();
    if (type.from().equals(one) && type.to().equals(other)) {
      return Direction.FORWARD;
    }
    return type.from().equals(other) && type.to().equals(one) ? Direction.BACKWARD : null;
  }

  private Pattern.Traversal wildcard(Clause.Traversal written) {
    NodeVariable source = declared(written.source());
    NodeVariable target = declared(written.target());
    boolean isUndirected = written.edges().isUndirected();
    if (isUndirected && !source.type().equals(target.type())) {
      throw TypeError.of(
          "T22",
          "edges without a direction join nodes of one type, found `%s` and `%s`"
              .formatted(source.type().name(), target.type().name()),
          "write `*`",
          Repair.replace("*"),
          written.edges().span());
    }
    List<Member> members = new ArrayList<>();
    for (EdgeType type : schema.edges()) {
      Direction direction = direction(type, source, target);
      if (direction != null) {
        members.add(new Member(type, isUndirected ? Direction.EITHER : direction));
      }
    }
    return traversal(written, members, source, target);
  }

  private NodeVariable declared(Expression.Variable written) {
    return bound(written)
        .orElseThrow(() ->
            TypeError.of(
                "T5",
                "`*` needs the types of both ends, but `$%s` has none".formatted(written.name()),
                "declare it: `$%s: Type`".formatted(written.name()),
                written.span()));
  }

  private Pattern.Traversal traversal(
      Clause.Traversal written, List<Member> members, NodeVariable from, NodeVariable to) {
    Clause.Hops hops = written.hops();
    long min = hops == null ? 1 : hops.min();
    Long max = hops == null ? null : hops.max();
    boolean isChoice = written.edges().isWildcard() || written.edges().names().size() > 1;
    return new Pattern.Traversal(
        members, from, to, min, max == null ? 1 : max, edge(written, members), isChoice);
  }

  private @Nullable EdgeVariable edge(Clause.Traversal written, List<Member> members) {
    Expression.Variable variable = written.edge();
    if (variable == null) {
      return null;
    }
    boolean isUsed =
        !variable.isAnonymous()
            && (scope.variable(variable.name()).isPresent()
                || scope.parameter(variable.name()).isPresent());
    if (isUsed) {
      throw TypeError.of(
          "T23",
          "`$" + variable.name() + "` is used already",
          "take another name",
          variable.span());
    }
    return scope.bindEdge(variable, members.stream().map(Member::type).toList());
  }

  /** The end that is bound decides; the order of the text where both directions are possible. */
  private boolean isOutgoing(EdgeType edge, Clause.Traversal written) {
    Optional<NodeVariable> source = bound(written.source());
    if (source.isPresent()) {
      return isEnd(edge, written.source(), source.get(), edge.from(), edge.to());
    }
    Optional<NodeVariable> target = bound(written.target());
    return target.isEmpty() || isEnd(edge, written.target(), target.get(), edge.to(), edge.from());
  }

  private static boolean isEnd(
      EdgeType edge,
      Expression.Variable written,
      NodeVariable variable,
      String outgoing,
      String incoming) {
    String type = variable.type().name();
    if (!type.equals(outgoing) && !type.equals(incoming)) {
      throw misfit(edge, written, variable);
    }
    return type.equals(outgoing);
  }

  private NodeVariable end(EdgeType edge, Expression.Variable written, String type) {
    Optional<NodeVariable> bound = bound(written);
    if (bound.isPresent() && !bound.get().type().name().equals(type)) {
      throw misfit(edge, written, bound.get());
    }
    return bound.orElseGet(() -> scope.bind(written, node(type)));
  }

  private static TypeError misfit(
      EdgeType edge, Expression.Variable written, NodeVariable variable) {
    return TypeError.of(
        "T5",
        "`$%s` has type `%s`, which does not fit this end of edge `%s: %s -> %s`"
            .formatted(written.name(), variable.type().name(), edge.name(), edge.from(), edge.to()),
        written.span());
  }

  private Optional<NodeVariable> bound(Expression.Variable written) {
    Optional<RowVariable> bound =
        written.isAnonymous() ? Optional.empty() : scope.variable(written.name());
    bound.ifPresent(variable -> scope.requireNode(variable, written.span()));
    return bound.map(variable -> node(variable, written));
  }

  private static NodeVariable node(RowVariable variable, Expression.Variable written) {
    return switch (variable) {
      case NodeVariable node -> node;
      case EdgeVariable _ ->
          throw TypeError.of(
              "T23",
              "`$" + written.name() + "` is an edge, and no edge joins edges",
              written.span());
    };
  }

  private NodeType node(String name) {
    return schema
        .node(name)
        .orElseThrow(
            () -> new IllegalStateException("an edge of a checked schema ends at " + name));
  }
}
