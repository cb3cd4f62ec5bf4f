package io.omnigraph.schema.live;

import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.List;
import java.util.Optional;

/** The accepted schema of an open graph. Used by one thread. */
public interface LiveSchema extends AutoCloseable {

  /** The graph's root, normalised. */
  String uri();

  /** The accepted schema, with its source verbatim. */
  Schema accepted();

  /** The version of branch {@code main}. */
  long manifestVersion();

  /** The branches other than {@code main}, sorted. */
  List<String> otherBranches();

  /**
   * Migrates the graph to a schema as one commit of branch {@code main}. A migration without steps
   * still stores a source text that differs.
   *
   * @param migration planned from {@link #accepted} to {@code desired}, supported
   * @param actor recorded in the commit
   */
  Outcome apply(Schema desired, Migration migration, DropMode mode, Optional<String> actor);

  @Override
  void close();

  /** What an apply came to. */
  sealed interface Outcome {

    /**
     * The graph has the desired schema.
     *
     * @param manifestVersion of branch {@code main} now
     */
    record Applied(long manifestVersion) implements Outcome {}

    /** The graph is as it was; the message says why, and the way out. */
    record Refused(String reason) implements Outcome {}
  }
}
