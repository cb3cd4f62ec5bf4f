package io.omnigraph.graph.diff;

import io.omnigraph.graph.commit.Commit;
import java.util.function.Consumer;

/**
 * The net difference between two states of a graph: what was changed and changed back does not
 * show. Types are told apart by their names, so that all entities of a renamed type are gone under
 * its old name and new under the new one.
 */
public interface GraphDiff {

  /** The commit of the first state. */
  Commit from();

  /** The commit of the second state. */
  Commit to();

  /**
   * Passes on the differences, by table key and then by id, and counts them. Values are read a few
   * at a time while they are passed on.
   */
  DiffStats each(DiffFilter filter, Consumer<EntityChange> action);
}
