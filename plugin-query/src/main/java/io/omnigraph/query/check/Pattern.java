package io.omnigraph.query.check;

import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.List;

/**
 * What a {@code match} or {@code not} block asks for: the assignments of nodes to variables for
 * which everything here holds, whatever the order.
 *
 * @param variables those that the block introduces, each once, by slot; each ranges over all nodes
 *     of its type. Those of the blocks around it are bound already
 * @param traversals each is a condition of its own, also when two join the same variables
 * @param conditions filters, searches and the entries of binding maps
 * @param negations each removes the assignments for which it has at least one of its own variables
 */
public record Pattern(
    List<NodeVariable> variables,
    List<Traversal> traversals,
    List<Condition> conditions,
    List<Pattern> negations) {

  public Pattern {
    variables = List.copyOf(variables);
    traversals = List.copyOf(traversals);
    conditions = List.copyOf(conditions);
    negations = List.copyOf(negations);
  }

  /**
   * Pairs of nodes that edges join, as a set: however many edges join two nodes, they are one pair.
   *
   * <p>The ends are in the direction of the edges, in whichever order the query wrote them. Along
   * an edge type that chains, a pair counts when its nodes differ and the shortest path from one to
   * the other has between {@code min} and {@code max} edges; along any other, when an edge joins
   * them and {@code min} is 1.
   *
   * @param from the variable whose nodes the edges start at
   * @param to the variable whose nodes the edges end at; may be the same variable
   * @param min at least 1
   * @param max at least {@code min}
   */
  public record Traversal(EdgeType edge, NodeVariable from, NodeVariable to, long min, long max) {

    /** Whether edges of the type can follow one another. */
    public boolean chains() {
      return edge.from().equals(edge.to());
    }
  }
}
