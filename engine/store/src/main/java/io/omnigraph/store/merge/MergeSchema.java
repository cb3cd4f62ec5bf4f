package io.omnigraph.store.merge;

import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose schema the result has, when one side was left behind by a schema change. Tables and columns
 * keep their names in storage for ever, so that rows of the older schema are read through the newer
 * one: properties that it renamed are found, those that it dropped are left out, and those that it
 * added are null.
 *
 * @param request names the sides
 * @param base the commit that the sides have in common
 * @param ours the head of the target
 * @param theirs the head of the source
 */
record MergeSchema(
    MergeRequest request, CommitRecord base, CommitRecord ours, CommitRecord theirs) {

  /** The side whose schema the result has. */
  CommitRecord leading() {
    return ours.schema().equals(base.schema()) ? theirs : ours;
  }

  /** Whether neither side was left behind. */
  boolean isShared() {
    return ours.schema().equals(theirs.schema());
  }

  /** Why the sides cannot be put together; empty when they can. */
  Optional<String> problem() {
    boolean areBothNew =
        !ours.schema().equals(base.schema()) && !theirs.schema().equals(base.schema());
    if (areBothNew && !isSameLayout()) {
      return Optional.of(
          "`%s` and `%s` have both changed the schema since they parted; bring them to one schema"
                  .formatted(request.source(), request.target())
              + " first");
    }
    return Stream.of(ours, theirs)
        .flatMap(side -> lost(side).stream())
        .findFirst()
        .or(this::destroyed);
  }

  /** The table of a commit that has the id of a table of the result. */
  static Optional<TableEntry> sameTable(CommitRecord commit, TableEntry table) {
    return commit.tables().values().stream().filter(t -> t.id().equals(table.id())).findFirst();
  }

  static @Nullable TableData data(CommitRecord commit, TableEntry table) {
    return sameTable(commit, table).map(TableEntry::data).orElse(null);
  }

  private String name(CommitRecord side) {
    return side.equals(ours) ? request.target() : request.source();
  }

  /** A table that a side has written and the result does not have. */
  private Optional<String> lost(CommitRecord side) {
    return side.tables().entrySet().stream()
        .filter(entry -> sameTable(leading(), entry.getValue()).isEmpty())
        .filter(entry -> !Objects.equals(entry.getValue().data(), data(base, entry.getValue())))
        .map(entry ->
            "branch `%s` has written rows of `%s`, which the newer schema of branch `%s` does not have"
                .formatted(name(side), entry.getKey(), name(leading())))
        .findFirst();
  }

  private Optional<String> destroyed() {
    TreeSet<String> gone = new TreeSet<>(ours.destroyed());
    gone.addAll(theirs.destroyed());
    return Stream.of(base, ours, theirs)
        .flatMap(commit -> commit.tables().entrySet().stream())
        .filter(entry -> {
          TableData data = entry.getValue().data();
          return data != null && gone.contains(data.dataset());
        })
        .filter(entry -> isContested(entry.getValue()))
        .map(entry ->
            "a schema change has destroyed rows of `%s` for good, so that what the branches made of"
                    .formatted(entry.getKey())
                + " them cannot be compared")
        .findFirst();
  }

  private boolean isContested(TableEntry table) {
    TableData before = data(base, table);
    return !Objects.equals(before, data(ours, table))
        && !Objects.equals(before, data(theirs, table));
  }

  private boolean isSameLayout() {
    return ours.schema().equals(theirs.schema())
        && ours.tables().entrySet().stream()
            .allMatch(entry ->
                sameTable(theirs, entry.getValue())
                    .map(table -> table.columns().equals(entry.getValue().columns()))
                    .orElse(false));
  }
}
