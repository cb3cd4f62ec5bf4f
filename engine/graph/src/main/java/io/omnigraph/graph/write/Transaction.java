package io.omnigraph.graph.write;

import io.omnigraph.graph.snapshot.Snapshot;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one branch that become one commit, or nothing. Values are checked as they come in;
 * endpoints, uniqueness and cardinality by {@link #check}, and again before the commit.
 *
 * <p>Values of properties are {@link Long}, {@link Double}, {@link Boolean}, {@link String}, {@code
 * float[]} or a {@link java.util.List} of the first four, in the forms that {@link
 * io.omnigraph.graph.snapshot.Column} describes; a missing entry is null. Used by one thread.
 *
 * @see io.omnigraph.graph.Graph#write
 */
public interface Transaction {

  /** The graph with everything that this transaction has done so far. */
  Snapshot current();

  /**
   * Adds a node, or replaces the one with the same id.
   *
   * @param id for a type without a key; absent to have one made, and for types with a key, whose
   *     values give it
   * @return the id
   * @throws WriteRejected when a value breaks a rule of the type
   */
  String upsertNode(String type, @Nullable String id, Map<String, Object> values);

  /**
   * Adds an edge, or replaces the one with the same id.
   *
   * @param id absent to have one made
   * @param source id of the node that it starts at
   * @param target id of the node that it ends at
   * @return the id
   * @throws WriteRejected when a value breaks a rule of the type
   */
  String upsertEdge(
      String type, @Nullable String id, String source, String target, Map<String, Object> values);

  /**
   * Changes some properties of a node and leaves the others.
   *
   * @param values an empty value sets null
   * @throws WriteRejected when a value breaks a rule of the type, or there is no such node
   */
  void updateNode(String type, String id, Map<String, Optional<Object>> values);

  /**
   * Removes a node and every edge that starts or ends there; a missing one is fine.
   *
   * @return the number of edges removed; -1 when there was no such node
   */
  int deleteNode(String type, String id);

  /**
   * Removes an edge.
   *
   * @return whether there was one
   */
  boolean deleteEdge(String type, String id);

  /**
   * Removes all rows of a table that are there now, and no others. Edges that refer to removed
   * nodes are not removed: unless they get their ends back, {@link #check} refuses the transaction.
   *
   * @param tableKey such as {@code node:Person}
   */
  void clear(String tableKey);

  /**
   * Checks endpoints, uniqueness and cardinality of everything done so far.
   *
   * @throws WriteRejected when a rule is broken; the transaction then ends without a commit
   */
  void check();
}
