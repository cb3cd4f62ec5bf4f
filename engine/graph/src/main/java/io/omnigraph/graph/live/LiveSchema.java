package io.omnigraph.graph.live;

import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan;
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

  /**
   * What giving the graph a schema would do to {@code main} and to every other branch. Where a step
   * depends on stored rows they are looked at, on each branch; nothing is written.
   */
  SchemaPlan plan(Schema desired, DropMode mode);

  /**
   * Gives the graph a schema: one commit on each branch, {@code main} last, so that an apply that
   * broke off is finished by another one. A plan without steps still stores a source text that
   * differs.
   *
   * @param actor recorded in the commits
   */
  Outcome apply(Schema desired, DropMode mode, Optional<String> actor);

  @Override
  void close();

  /** What an apply came to. */
  sealed interface Outcome {

    /**
     * The graph has the desired schema.
     *
     * @param plan what was done
     * @param manifestVersion of branch {@code main} now
     * @param destroyed what hard drops put beyond reach on {@code main}
     */
    record Applied(SchemaPlan plan, long manifestVersion, List<Destroyed> destroyed)
        implements Outcome {

      public Applied {
        destroyed = List.copyOf(destroyed);
      }
    }

    /** The schema cannot be given to this graph, which is as it was; the message says why. */
    record Refused(String reason) implements Outcome {}

    /**
     * Other branches or other writers stand against it. {@code main} is as it was; the message says
     * why, and the way out.
     */
    record Conflict(String reason) implements Outcome {}
  }

  /**
   * Data that cannot be read any more.
   *
   * @param entity such as {@code node:Port} or {@code node:Ship.flags}
   * @param rows the rows of the type, or those that had a value of the property
   */
  record Destroyed(String entity, long rows) {}
}
