package io.omnigraph.graph.write;

import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Very many rows for one branch that become one commit, or nothing. Rows go to disk as they come,
 * so that memory does not grow with them; nothing sees them before the commit. Used by one thread.
 *
 * <p>Nothing is checked here: who writes in bulk checks every rule of the schema itself, those of
 * single values, ids, ends of edges, uniqueness and cardinality.
 *
 * @see io.omnigraph.graph.Graph#writeBulk
 */
public interface BulkWrite {

  /** The graph as it was when the write began. */
  Snapshot base();

  /** An id for a row that has none: a ULID that no row has. */
  String freshId();

  /**
   * An empty buffer for rows of a type. Its columns are the id, the two ends if the type is one of
   * edges, and the properties in schema order.
   */
  RowBuffer buffer(GraphType type);

  /**
   * Hands over rows. The rows of a type are numbered from 0 in the order in which they are handed
   * over.
   *
   * @throws java.io.UncheckedIOException when rows could not be written, these or earlier ones
   */
  void stage(GraphType type, RowBuffer rows);

  /** Removes a row of {@link #base} because a staged one has its id. */
  void replaceStored(GraphType type, int row);

  /** Removes a staged row because a later one has its id; it may be handed over later still. */
  void replaceStaged(GraphType type, int row);

  /** Removes every row of {@link #base} that a type has. */
  void clear(GraphType type);

  /** Whether a row of {@link #base} stays. */
  boolean isKept(GraphType type, int row);

  /**
   * The live row of {@link #base} with some values.
   *
   * @param columns properties, or {@code src} and {@code dst}, which are unique together
   * @param values none of them null
   * @return -1 when there is none
   */
  int storedRow(GraphType type, List<String> columns, List<Object> values);

  /**
   * Says how to go on when others have changed tables that this write depends on. Until then it
   * does not: it is a conflict.
   */
  void rebasing(Rebasing rebasing);

  /** Passes on each row of {@link #base} whose edge starts at a node, whether it is kept or not. */
  void eachStoredEdge(EdgeType type, String source, IntConsumer action);
}
