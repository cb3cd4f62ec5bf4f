package io.omnigraph.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.commit.Commit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A commit on the wire (graph-engine specification, section 4.1). Every field is always written.
 *
 * @param manifestBranch absent for {@code main}
 * @param createdAt microseconds since 1970-01-01T00:00Z
 */
@JsonInclude
public record CommitView(
    String graphCommitId,
    @Nullable String manifestBranch,
    long manifestVersion,
    @Nullable String parentCommitId,
    @Nullable String mergedParentCommitId,
    @Nullable String actorId,
    long createdAt) {

  /** A commit as clients see it. */
  public static CommitView of(Commit commit) {
    return new CommitView(
        commit.id(),
        commit.branch().equals(BranchNames.MAIN) ? null : commit.branch(),
        commit.version(),
        commit.parent(),
        commit.mergedParent(),
        commit.actor(),
        ChronoUnit.MICROS.between(Instant.EPOCH, commit.createdAt()));
  }

  /** The branch that it was made on. */
  public String branch() {
    return manifestBranch == null ? BranchNames.MAIN : manifestBranch;
  }
}
