package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.Optional;

/** Finds the direction of traversals and the types of their ends. */
record TraversalChecker(Schema schema, Scope scope) {

  Pattern.Traversal check(Clause.Traversal written) {
    EdgeType edge =
        schema
            .edgeIgnoringCase(written.edge())
            .orElseThrow(() ->
                TypeError.of(
                    "T4",
                    "unknown edge `" + written.edge() + "`",
                    DidYouMean.help(written.edge(), edgeNames()),
                    written.edgeSpan()));
    checkHops(written);
    boolean outgoing = isOutgoing(edge, written);
    NodeVariable source = end(edge, written.source(), outgoing ? edge.from() : edge.to());
    NodeVariable target = end(edge, written.target(), outgoing ? edge.to() : edge.from());
    long min = written.hops() == null ? 1 : written.hops().min();
    long max = written.hops() == null || written.hops().max() == null ? 1 : written.hops().max();
    return outgoing
        ? new Pattern.Traversal(edge, source, target, min, max)
        : new Pattern.Traversal(edge, target, source, min, max);
  }

  /** The edges as queries spell them. */
  private List<String> edgeNames() {
    return schema.edges().stream()
        .map(e -> Character.toLowerCase(e.name().charAt(0)) + e.name().substring(1))
        .toList();
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
