package io.omnigraph.graph.snapshot;

/** The edges of a type. */
public non-sealed interface EdgeTable extends Table {

  /** The id of the node that an edge starts at. */
  String source(int row);

  /** The id of the node that an edge ends at. */
  String target(int row);

  /** The ids of the nodes that all edges start at. */
  default Column.Texts sources() {
    return new RowTexts(this::source);
  }

  /** The ids of the nodes that all edges end at. */
  default Column.Texts targets() {
    return new RowTexts(this::target);
  }

  /** From source nodes to the nodes that their edges end at. Built on first use. */
  Adjacency outgoing();

  /** From target nodes to the nodes that their edges start at. Built on first use. */
  Adjacency incoming();
}
