package io.omnigraph.graph.snapshot;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;

/**
 * A graph as of one commit, or as a transaction sees it. Immutable, safe for use by many threads,
 * and not disturbed by later commits.
 */
public interface Snapshot {

  /** The commit; in a transaction, the one that it began at. */
  Commit commit();

  /** The schema of that commit. */
  Schema schema();

  /**
   * The rows of a node type.
   *
   * @throws IllegalArgumentException when the schema does not have the type
   */
  NodeTable nodes(String type);

  /**
   * The rows of an edge type.
   *
   * @throws IllegalArgumentException when the schema does not have the type
   */
  EdgeTable edges(String type);

  /** Where every table of the schema stands, by key; tables without rows included. */
  List<TableState> tables();
}
