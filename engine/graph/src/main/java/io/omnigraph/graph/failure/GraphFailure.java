package io.omnigraph.graph.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the engine did not do what it was asked to: everything that it can answer with besides a
 * result. Whoever stands at a door maps each of these to an answer, and nothing else.
 *
 * <p>A message is one sentence or a few lines for people. It never names a path of the machine.
 */
public sealed interface GraphFailure {

  /** What is wrong, for people. */
  String message();

  /**
   * There is no such thing.
   *
   * @param thing what was looked for
   */
  record NotFound(Thing thing, String message) implements GraphFailure {}

  /** What can be missing. */
  enum Thing {
    GRAPH,
    BRANCH,
    COMMIT,
    TAG,
    ROWS
  }

  /**
   * It cannot be done as it was asked, whatever the graph's state. Nothing has changed.
   *
   * @param shown the message for a terminal, each place in a text with its excerpt
   * @param findings what a program can repair in a text; empty when that is not what is wrong
   */
  record Rejected(String message, String shown, List<? extends Finding> findings)
      implements GraphFailure {

    public Rejected {
      findings = List.copyOf(findings);
    }

    /** A rejection without findings. */
    public Rejected(String message, String shown) {
      this(message, shown, List.of());
    }

    /** A rejection without excerpts. */
    public Rejected(String message) {
      this(message, message);
    }
  }

  /** Something in a text that a program can repair; written to JSON as it is. */
  interface Finding {}

  /** The rules of the graph do not let the caller. Nothing has changed. */
  record Denied(String message) implements GraphFailure {}

  /**
   * It does not go with what is there, or with what somebody else did meanwhile. Nothing has
   * changed.
   *
   * @param stale the table that moved; absent when no single one is to blame
   * @param rows that two branches changed in ways that exclude each other
   */
  record Conflict(String message, @Nullable StaleTable stale, List<MergeConflict> rows)
      implements GraphFailure {

    public Conflict {
      rows = List.copyOf(rows);
    }

    /** A conflict that no table and no rows stand for. */
    public Conflict(String message) {
      this(message, null, List.of());
    }

    /** A conflict on account of a table. */
    public Conflict(String message, @Nullable StaleTable stale) {
      this(message, stale, List.of());
    }
  }

  /** Something that the graph's own files say must be there is not, or cannot be understood. */
  record Damaged(String message) implements GraphFailure {}

  /**
   * It would take more than it may. Nothing has changed.
   *
   * @param resource what there is not enough of, in one word, such as {@code memory_bytes}
   * @param limit what may be used
   * @param actual what was used when it ended
   */
  record Limit(String message, String resource, long limit, long actual) implements GraphFailure {}

  /** Something that the engine needs does not work at the moment. Nothing has changed. */
  record Unavailable(Service service, String message) implements GraphFailure {}

  /** What the engine needs. */
  enum Service {
    STORAGE,
    EMBEDDING
  }

  /**
   * The store's answer was lost: the write may be complete, or become so. Nothing of it was taken
   * back, and whoever repeats it looks first whether it is there.
   *
   * @param commit the commit that is in the history if the write is complete
   */
  record UnknownOutcome(String branch, String commit, String message) implements GraphFailure {

    /** A write whose end is not known. */
    public static UnknownOutcome of(String branch, String commit) {
      return new UnknownOutcome(
          branch,
          commit,
          ("the answer of the store was lost, and the write may be complete: look for commit '%s'"
                  + " in the history of branch '%s' before trying again")
              .formatted(commit, branch));
    }
  }
}
