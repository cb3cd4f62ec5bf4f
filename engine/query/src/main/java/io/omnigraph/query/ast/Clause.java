package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition of a {@code match} block. */
public sealed interface Clause {

  /** The whole clause. */
  SourceSpan span();

  /** A node of a type: {@code $x: Type { property: value }}. */
  record Binding(
      Expression.Variable variable,
      String type,
      SourceSpan typeSpan,
      List<PropertyMatch> matches,
      SourceSpan span)
      implements Clause {

    public Binding {
      matches = List.copyOf(matches);
    }
  }

  /**
   * An entry of a binding's map.
   *
   * @param value an expression without properties
   * @param span of the property's name
   */
  record PropertyMatch(String property, Expression value, SourceSpan span) {}

  /**
   * Edges between two nodes: {@code $x edge{1,3} $y}.
   *
   * @param edge the variable that stands for the edge; absent where there is none
   * @param hops absent where none are written, which means one hop
   */
  record Traversal(
      Expression.Variable source,
      Expression.@Nullable Variable edge,
      Edges edges,
      @Nullable Hops hops,
      Expression.Variable target,
      SourceSpan span)
      implements Clause {}

  /**
   * Which edges a traversal follows.
   *
   * @param names of their types; empty for every type that fits
   * @param isUndirected whether against their direction too
   */
  record Edges(List<EdgeName> names, boolean isUndirected, SourceSpan span) {

    public Edges {
      names = List.copyOf(names);
    }

    /** Whether every type that fits is meant. */
    public boolean isWildcard() {
      return names.isEmpty();
    }
  }

  /** The name of an edge type. */
  record EdgeName(String name, SourceSpan span) {}

  /**
   * How many edges in a row.
   *
   * @param max absent where it is left open
   */
  record Hops(long min, @Nullable Long max, SourceSpan span) {}

  /** What must be true. */
  record Filter(Expression condition, SourceSpan span) implements Clause {}

  /** What must not hold: {@code not { … }}, with at least one clause. */
  record Negation(List<Clause> clauses, SourceSpan span) implements Clause {

    public Negation {
      clauses = List.copyOf(clauses);
    }
  }

  /** What must hold at least once: {@code exists { … }}, with at least one clause. */
  record Existence(List<Clause> clauses, SourceSpan span) implements Clause {

    public Existence {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * What the ways in which something holds come to: {@code count { … } > 2}, {@code sum($x.n) { … }
   * < 9}, with at least one clause.
   *
   * @param argument absent where it is left out
   * @param span of the whole clause, the number included
   */
  record Measure(
      AggregateFunction function,
      @Nullable Expression argument,
      List<Clause> clauses,
      Comparison comparison,
      Expression number,
      SourceSpan span)
      implements Clause {

    public Measure {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * What may hold: {@code optional { … }}, with at least one clause. Where it does not, its
   * variables have no nodes.
   */
  record OptionalMatch(List<Clause> clauses, SourceSpan span) implements Clause {

    public OptionalMatch {
      clauses = List.copyOf(clauses);
    }
  }
}
