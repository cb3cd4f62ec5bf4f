package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.RowChanges;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commit on the wire (docs/reference/graph-engine.md §4.1). Every field is always written.
 *
 * @param manifestBranch absent for {@code main}
 * @param createdAt microseconds since 1970-01-01T00:00Z
 * @param operation such as {@code load}, {@code mutate}, {@code merge}; absent in answers of older
 *     servers
 * @param message why it was made; absent when nothing was said
 * @param changes what it did to rows, by table key; absent in answers of older servers
 */
@JsonInclude
public record CommitView(
    String graphCommitId,
    @Nullable String manifestBranch,
    long manifestVersion,
    @Nullable String parentCommitId,
    @Nullable String mergedParentCommitId,
    @Nullable String actorId,
    long createdAt,
    @Nullable String operation,
    @Nullable String message,
    @Nullable SortedMap<String, RowChanges> changes) {

  public CommitView {
    changes =
        Collections.unmodifiableSortedMap(
            changes == null ? new TreeMap<>() : new TreeMap<>(changes));
  }

  /** A commit as clients see it. */
  public static CommitView of(Commit commit) {
    return new CommitView(
        commit.id(),
        commit.branch().equals(BranchNames.MAIN) ? null : commit.branch(),
        commit.version(),
        commit.parent(),
        commit.mergedParent(),
        commit.actor(),
        ChronoUnit.MICROS.between(Instant.EPOCH, commit.createdAt()),
        commit.operation(),
        commit.message(),
        commit.changes());
  }

  /** What it did to rows, as far as the server says. */
  public SortedMap<String, RowChanges> rowChanges() {
    return changes == null ? new TreeMap<>() : changes;
  }

  /** The branch that it was made on. */
  public String branch() {
    return manifestBranch == null ? BranchNames.MAIN : manifestBranch;
  }
}
