package io.omnigraph.graph.commit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commit, as people and clients see it (docs/reference/graph-engine.md §4.1).
 *
 * @param id ULID; also names the snapshot
 * @param branch that it was made on
 * @param version counter of the branch's state, from 1
 * @param parent the head before it; absent for the first commit of a graph
 * @param mergedParent the head that was merged; absent for everything but merges
 * @param actor who made it; absent when nobody was named
 * @param createdAt with microseconds
 * @param operation such as {@code load}, {@code mutate}, {@code schema_apply}
 * @param message why it was made; absent when nothing was said
 * @param changes what it did to rows, by table key; tables that it left alone are not in it
 */
@JsonInclude
public record Commit(
    String id,
    String branch,
    long version,
    @Nullable String parent,
    @Nullable String mergedParent,
    @Nullable String actor,
    Instant createdAt,
    String operation,
    @Nullable String message,
    SortedMap<String, RowChanges> changes) {

  public Commit {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }
}
