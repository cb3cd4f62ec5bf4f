package io.omnigraph.graph.merge;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.StaleTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a merge. */
public sealed interface MergeOutcome {

  /** The source has nothing that the target does not have; there is no commit. */
  record AlreadyUpToDate() implements MergeOutcome {}

  /** The target had nothing of its own since the two parted; it now has what the source has. */
  record FastForward(Commit commit) implements MergeOutcome {}

  /** The target has the changes of both. */
  record Merged(Commit commit) implements MergeOutcome {}

  /** It was not done; nothing was changed. */
  sealed interface Refused extends MergeOutcome {

    /** Why not. */
    GraphFailure failure();
  }

  /**
   * The two cannot be put together; nothing was changed.
   *
   * @param conflicts all of them, by table and id; never empty
   */
  record Conflicting(List<MergeConflict> conflicts) implements Refused {

    private static final int NAMED = 3;

    public Conflicting {
      conflicts = List.copyOf(conflicts);
    }

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Conflict(summary(), null, conflicts);
    }

    /** A sentence that names the first of them. */
    public String summary() {
      String first =
          String.join("; ", conflicts.stream().limit(NAMED).map(MergeConflict::brief).toList());
      int more = conflicts.size() - NAMED;
      return "merge conflicts: " + first + (more > 0 ? "; … and " + more + " more" : "");
    }
  }

  /** The merge makes no sense, whatever the state of the branches; nothing was changed. */
  record Senseless(String reason) implements Refused {

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Rejected(reason);
    }
  }

  /** The schemas of the two do not allow it; nothing was changed. */
  record Incompatible(String reason) implements Refused {

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Conflict(reason);
    }
  }

  /**
   * Others kept moving the target; nothing was changed, and trying again is safe.
   *
   * @param stale a table that moved; absent when no single one is to blame
   */
  record Overtaken(String reason, @Nullable StaleTable stale) implements Refused {

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Conflict(reason, stale);
    }
  }
}
