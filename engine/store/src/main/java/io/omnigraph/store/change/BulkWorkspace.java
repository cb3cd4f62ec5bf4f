package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.graph.failure.StaleTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Rebasing;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.diff.TableDelta;
import io.omnigraph.store.lance.StagedFragments;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bulk write on the rows of one commit. Used by one thread. */
public final class BulkWorkspace implements BulkWrite {

  private static final Logger LOG = LoggerFactory.getLogger(BulkWorkspace.class);

  private final Snapshot snapshot;
  private final TableStore tables;
  private final SortedMap<String, BulkTable> touched = new TreeMap<>();
  private CommitRecord base;
  private Rebasing rebasing = Rebasing.NEVER;

  /** A bulk write that has done nothing yet. */
  public BulkWorkspace(CommitRecord base, Snapshot snapshot, TableStore tables) {
    this.base = base;
    this.snapshot = snapshot;
    this.tables = tables;
  }

  @Override
  public Snapshot base() {
    return snapshot;
  }

  @Override
  public String freshId() {
    return tables.world().freshId();
  }

  @Override
  public RowBuffer buffer(GraphType type) {
    return table(type).buffer();
  }

  @Override
  public void stage(GraphType type, RowBuffer rows) {
    table(type).stage(rows);
  }

  @Override
  public void replaceStored(GraphType type, int row) {
    table(type).replaceStored(row);
  }

  @Override
  public void replaceStaged(GraphType type, int row) {
    table(type).replaceStaged(row);
  }

  @Override
  public void clear(GraphType type) {
    table(type).clear();
  }

  @Override
  public boolean isKept(GraphType type, int row) {
    return table(type).isKept(row);
  }

  @Override
  public int storedRow(GraphType type, List<String> columns, List<Object> values) {
    BulkTable table = table(type);
    List<ColumnSpec> specs = columns.stream().map(table.layout()::columnOrEnd).toList();
    return table.base().rowOf(specs, values);
  }

  @Override
  public void eachStoredEdge(EdgeType type, String source, IntConsumer action) {
    table(type).base().eachAtNode(ColumnSpec.SOURCE, source, action);
  }

  @Override
  public void rebasing(Rebasing how) {
    this.rebasing = how;
  }

  /**
   * Puts this write on top of a later commit, if what others did in between allows it: the rows
   * that are in files stay as they are.
   *
   * @return whether it did; then nothing conflicts with the commit any more
   */
  public boolean rebaseOnto(CommitRecord next) {
    if (!next.schema().equals(base.schema())) {
      return false;
    }
    SortedMap<String, Set<String>> replaced = new TreeMap<>();
    for (String key : dependencies()) {
      TableEntry before = base.table(key);
      TableEntry after = next.table(key);
      if (before.equals(after)) {
        continue;
      }
      BulkTable table = touched.get(key);
      if (table != null && !table.canMoveTo(after)) {
        return false;
      }
      Optional<Set<String>> ids = rebasing.replaced(others(key, before, after));
      if (ids.isEmpty()) {
        return false;
      }
      replaced.put(key, ids.get());
    }
    replaced.forEach((key, ids) ->
        Optional.ofNullable(touched.get(key)).ifPresent(t -> t.moveTo(next.table(key), ids)));
    base = next;
    return true;
  }

  private Rebasing.Others others(String key, TableEntry before, TableEntry after) {
    List<String> present = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (RowChange change :
        TableDelta.between(tables.rows(before.data()), tables.rows(after.data()))) {
      (change.after() < 0 ? gone : present).add(change.id());
    }
    return new Rebasing.Others(key, present, gone);
  }

  /** Waits until all rows are in files. */
  public void finish() {
    touched.values().forEach(BulkTable::finish);
  }

  /** Whether anything was done. */
  public boolean isChanged() {
    return touched.values().stream().anyMatch(BulkTable::isChanged);
  }

  /**
   * Whether this write can be published on a commit as it is: the schema and every table that the
   * write has read or written are there as they were when it began.
   *
   * @return why not, as a conflict; empty when it can
   */
  public <R> Optional<WriteOutcome.Conflict<R>> conflictWith(CommitRecord next) {
    if (!next.schema().equals(base.schema())) {
      return Optional.of(
          new WriteOutcome.Conflict<>("the schema was changed while rows were written", null));
    }
    return dependencies().stream()
        .filter(key -> !next.table(key).equals(base.table(key)))
        .map(key -> new StaleTable(key, base.table(key).version(), next.table(key).version()))
        .map(stale -> new WriteOutcome.Conflict<R>(stale.message(), stale))
        .findFirst();
  }

  /** What a commit is to do. */
  List<TableChange> changes() {
    return touched.values().stream().filter(BulkTable::isChanged).map(BulkTable::change).toList();
  }

  /** Removes the files of a write that was given up; what is left is collected by cleanup. */
  public void discard(Storage storage) {
    for (BulkTable table : touched.values()) {
      try {
        table.finish();
        table.staged().map(StagedFragments::files).orElse(List.of()).forEach(storage::delete);
      } catch (UncheckedIOException e) {
        // The write failed already, and its files are in nobody's way.
        LOG.debug("files of a failed write are left to cleanup", e);
      }
    }
  }

  /** The touched tables, those of the nodes at touched edges, and those of edges at lost nodes. */
  private Set<String> dependencies() {
    Set<String> keys = new TreeSet<>(touched.keySet());
    for (EdgeType edge : snapshot.schema().edges()) {
      String from = "node:" + edge.from();
      String to = "node:" + edge.to();
      if (touched.containsKey(edge.tableKey())) {
        keys.add(from);
        keys.add(to);
      } else if (isCleared(from) || isCleared(to)) {
        keys.add(edge.tableKey());
      }
    }
    return keys;
  }

  private boolean isCleared(String tableKey) {
    BulkTable table = touched.get(tableKey);
    return table != null && table.isCleared();
  }

  private BulkTable table(GraphType type) {
    return touched.computeIfAbsent(
        type.tableKey(),
        key ->
            new BulkTable(
                tables, new TableLayout(type, base.table(key).columns()), base.table(key)));
  }
}
