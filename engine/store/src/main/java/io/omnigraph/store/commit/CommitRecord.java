package io.omnigraph.store.commit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.RowChanges;
import io.omnigraph.ground.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A commit as it is kept: {@code commits/<id>.json}, written once.
 *
 * @param formatVersion of this record
 * @param createdAtMicros microseconds since 1970-01-01T00:00Z
 * @param schema digest of the source of the schema, which names its file
 * @param nextTable the number of the next new table
 * @param tables by table key, such as {@code node:Person}
 * @param changes what the commit did, by table key; tables that it left alone are not in it
 * @param destroyed datasets that this commit or one before it has put beyond reach for good: no
 *     commit is read from them any more, whether their files are gone yet or not
 * @param message why it was made; absent when nothing was said
 * @param deltas rows that this commit has written into its own record, by the id of their table
 */
public record CommitRecord(
    int formatVersion,
    String id,
    String branch,
    long version,
    @Nullable String parent,
    @Nullable String mergedParent,
    @Nullable String actor,
    long createdAtMicros,
    String operation,
    String schema,
    int nextTable,
    SortedMap<String, TableEntry> tables,
    SortedMap<String, TableCounts> changes,
    SortedSet<String> destroyed,
    @Nullable String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        SortedMap<String, DeltaRows> deltas) {

  /** The version of records whose tables are all in Lance. */
  public static final int FORMAT = 1;

  /** The version of records that name rows in records. */
  public static final int DELTA_FORMAT = 2;

  public CommitRecord {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    destroyed = Collections.unmodifiableSortedSet(new TreeSet<>(destroyed));
    deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
  }

  /** The commit as people and clients see it. */
  public Commit toCommit() {
    Instant createdAt = Instant.EPOCH.plus(createdAtMicros, ChronoUnit.MICROS);
    SortedMap<String, RowChanges> rows = new TreeMap<>();
    changes.forEach((key, count) ->
        rows.put(key, new RowChanges(count.inserted(), count.updated(), count.deleted())));
    return new Commit(
        id, branch, version, parent, mergedParent, actor, createdAt, operation, message, rows);
  }

  /** The same commit with its tables as they are given. */
  public CommitRecord withTables(SortedMap<String, TableEntry> newTables) {
    return with(formatVersion, newTables, deltas);
  }

  /** The same commit with its tables, and the rows in its record, as they are given. */
  public CommitRecord withTables(
      SortedMap<String, TableEntry> newTables, SortedMap<String, DeltaRows> newDeltas) {
    return with(formatVersion, newTables, newDeltas);
  }

  /** The same commit without some of the rows in its record. */
  CommitRecord withoutDeltas(Set<String> tableIds) {
    SortedMap<String, DeltaRows> left = new TreeMap<>(deltas);
    left.keySet().removeAll(tableIds);
    return with(formatVersion, tables, left);
  }

  /** The same commit with the version of what it needs to be read. */
  CommitRecord stamped() {
    boolean namesRecords =
        !deltas.isEmpty()
            || tables.values().stream()
                .map(TableEntry::data)
                .anyMatch(data -> data != null && !data.overlaid().deltas().isEmpty());
    return with(namesRecords ? DELTA_FORMAT : FORMAT, tables, deltas);
  }

  private CommitRecord with(
      int format, SortedMap<String, TableEntry> newTables, SortedMap<String, DeltaRows> newDeltas) {
    return new CommitRecord(
        format,
        id,
        branch,
        version,
        parent,
        mergedParent,
        actor,
        createdAtMicros,
        operation,
        schema,
        nextTable,
        newTables,
        changes,
        destroyed,
        message,
        newDeltas);
  }

  /** The digest of the schema's source. */
  public Digest schemaDigest() {
    return new Digest(schema);
  }

  /** A table, which the schema of this commit has. */
  public TableEntry table(String key) {
    TableEntry entry = tables.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("no table `" + key + "` in commit " + id);
    }
    return entry;
  }
}
