package io.omnigraph.store.commit;

import java.util.List;

/** The fault points that durable work on a graph passes. */
public final class GraphFaults {

  /** The root was claimed; nothing else is there yet. */
  public static final String CREATE_CLAIMED = "graph.create.claimed";

  /** The schema's source is there. */
  public static final String CREATE_SCHEMA_WRITTEN = "graph.create.schema_written";

  /** The first commit is there, but no branch points to it. */
  public static final String CREATE_COMMIT_WRITTEN = "graph.create.commit_written";

  /** The graph is there. */
  public static final String CREATE_REF_WRITTEN = "graph.create.ref_written";

  /** The work of a transaction was done and checked, in memory only. */
  public static final String WRITE_STAGED = "graph.write.staged";

  /** The rows are on disk, but no commit names them. */
  public static final String WRITE_FLUSHED = "graph.write.flushed";

  /** The commit is there, but the branch does not point to it. */
  public static final String WRITE_COMMIT_WRITTEN = "graph.write.commit_written";

  /** The write is visible. */
  public static final String WRITE_REF_SWAPPED = "graph.write.ref_swapped";

  /** The new schema's source is there. */
  public static final String SCHEMA_SOURCE_WRITTEN = "graph.schema.source_written";

  /** The rows that had to be written anew are on disk, but no commit names them. */
  public static final String SCHEMA_ROWS_WRITTEN = "graph.schema.rows_written";

  /** The commit of the new schema is there, but the branch does not point to it. */
  public static final String SCHEMA_COMMIT_WRITTEN = "graph.schema.commit_written";

  /** A branch other than {@code main} has the new schema; {@code main} has not. */
  public static final String SCHEMA_BRANCH_CARRIED = "graph.schema.branch_carried";

  /** The new schema is visible on {@code main}. */
  public static final String SCHEMA_REF_SWAPPED = "graph.schema.ref_swapped";

  /** Some of what hard drops destroyed is gone from the disk. */
  public static final String SCHEMA_SWEPT = "graph.schema.swept";

  /** It is written down what a cleanup would like to give up. */
  public static final String CLEANUP_PLANNED = "graph.cleanup.planned";

  /** No write that was begun before the plan of a cleanup can end any more. */
  public static final String CLEANUP_MARKED = "graph.cleanup.marked";

  /** It is written down what a cleanup gives up; nothing is removed yet. */
  public static final String CLEANUP_NOTED = "graph.cleanup.noted";

  /** The versions of a table that go are gone; the files that only they had are still there. */
  public static final String CLEANUP_VERSIONS_REMOVED = "graph.cleanup.versions_removed";

  /** Everything that was to go is gone. */
  public static final String CLEANUP_DONE = "graph.cleanup.done";

  /** The joined fragments of a table are on disk, but no commit names them. */
  public static final String OPTIMIZE_WRITTEN = "graph.optimize.written";

  /** The fault points of a cleanup, in order. */
  public static final List<String> CLEANUP =
      List.of(
          CLEANUP_PLANNED, CLEANUP_MARKED, CLEANUP_NOTED, CLEANUP_VERSIONS_REMOVED, CLEANUP_DONE);

  /** The fault points of an optimize, in order. */
  public static final List<String> OPTIMIZE =
      List.of(OPTIMIZE_WRITTEN, WRITE_COMMIT_WRITTEN, WRITE_REF_SWAPPED);

  /** The fault points of creation, in order. */
  public static final List<String> CREATE =
      List.of(CREATE_CLAIMED, CREATE_SCHEMA_WRITTEN, CREATE_COMMIT_WRITTEN, CREATE_REF_WRITTEN);

  /** The fault points of a write, in order. */
  public static final List<String> WRITE =
      List.of(WRITE_STAGED, WRITE_FLUSHED, WRITE_COMMIT_WRITTEN, WRITE_REF_SWAPPED);

  /** The fault points of a schema change, in order. */
  public static final List<String> SCHEMA =
      List.of(
          SCHEMA_SOURCE_WRITTEN,
          SCHEMA_ROWS_WRITTEN,
          SCHEMA_COMMIT_WRITTEN,
          SCHEMA_BRANCH_CARRIED,
          SCHEMA_REF_SWAPPED,
          SCHEMA_SWEPT);

  private GraphFaults() {}
}
