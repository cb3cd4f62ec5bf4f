package io.omnigraph.execute.mutation;

/**
 * How much a mutation did.
 *
 * @param nodes written or deleted, summed over the statements
 * @param edges written or deleted, summed over the statements
 */
public record Affected(long nodes, long edges) {

  static final Affected NOTHING = new Affected(0, 0);

  static Affected nodes(long nodes) {
    return new Affected(nodes, 0);
  }

  static Affected edges(long edges) {
    return new Affected(0, edges);
  }

  Affected and(Affected more) {
    return new Affected(nodes + more.nodes, edges + more.edges);
  }
}
