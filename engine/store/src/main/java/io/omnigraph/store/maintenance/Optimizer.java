package io.omnigraph.store.maintenance;

import io.omnigraph.graph.failure.OvertakenException;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.OptimizeReport.TableOptimization;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.BranchWriter;
import io.omnigraph.store.change.PreparedChange;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.change.Rebase;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.index.IndexUpkeep;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stores the tables of a branch in fewer fragments. The work is done beside the writers; what they
 * have written meanwhile is repeated on the result during their pause for the swap, so they wait
 * for the difference alone.
 */
final class Optimizer {

  private static final String OPERATION = "optimize";

  private final Supplier<Head> heads;
  private final Function<CommitRecord, Schema> schemas;
  private final TableStore tables;
  private final Publisher publisher;
  private final BranchWriter writer;
  private final FaultPoints faults;
  private final GraphStore store;
  private final Residents residents;

  Optimizer(StoredMaintenance.Parts parts) {
    this.heads = parts.main();
    this.schemas = parts.schemas();
    this.tables = parts.tables();
    this.publisher = parts.publisher();
    this.writer = parts.mainWriter();
    this.faults = parts.faults();
    this.store = parts.store();
    this.residents = parts.residents();
  }

  OptimizeReport run(String uri) {
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      try (OpenWrites.Open _ = OpenWrites.begin(store.storage(), store.world().freshId())) {
        Optional<OptimizeReport> report = pinned(uri);
        if (report.isPresent()) {
          return report.get();
        }
      }
    }
    throw new OvertakenException("cleanups of the graph came between every time; try again");
  }

  private Optional<OptimizeReport> pinned(String uri) {
    long turn = residents.pins().turn(uri);
    Head head = heads.get();
    Object reading = new Object();
    try {
      return residents.pins().hold(uri, head.commit().id(), reading, turn)
          ? attempt(uri, head)
          : Optional.empty();
    } finally {
      residents.pins().release(reading);
    }
  }

  /** Empty when a cleanup has given up the state that it began with, or files that it wrote. */
  private Optional<OptimizeReport> attempt(String uri, Head head) {
    try {
      return once(uri, head);
    } catch (RuntimeException e) {
      if (store.releases().contains(head.commit().id())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<OptimizeReport> once(String uri, Head head) {
    Schema schema = schemas.apply(head.commit());
    SortedMap<String, TableData> anew = new TreeMap<>();
    SortedMap<String, TableOptimization> rows = new TreeMap<>();
    types(schema)
        .forEach(type -> {
          String key = type.tableKey();
          TableEntry entry = head.commit().table(key);
          TableData before = entry.data();
          TableData after = before == null ? null : stored(type, entry, before);
          if (before == null || after == null || after.equals(before)) {
            rows.put(key, new TableOptimization(key, 0, 0, false, null, null, null));
            return;
          }
          anew.put(key, after);
          rows.put(key, optimization(key, before, after));
        });
    if (anew.isEmpty()) {
      return Optional.of(new OptimizeReport(uri, List.copyOf(rows.values())));
    }
    Optional<Boolean> landed = writer.alone(() -> land(head, schema, anew));
    if (landed.isEmpty()) {
      throw new IllegalStateException(BranchWriter.movedTooOften(head.branch()));
    }
    return landed.get()
        ? Optional.of(new OptimizeReport(uri, List.copyOf(rows.values())))
        : Optional.empty();
  }

  /** The same rows in fewer fragments and with the indexes that pay. */
  private TableData stored(GraphType type, TableEntry entry, TableData data) {
    TableLayout layout = new TableLayout(type, entry.columns());
    TableData joined = new Compaction(tables, layout, data).run();
    TableData indexed = new IndexUpkeep(tables).refresh(layout, joined);
    if (!indexed.equals(data)) {
      faults.reached(GraphFaults.OPTIMIZE_WRITTEN);
    }
    return indexed;
  }

  /**
   * Publishes what was stored anew.
   *
   * @return whether it did; it does not when a cleanup has reached for the files, and is empty when
   *     the branch was moved meanwhile
   */
  private Optional<Boolean> land(Head start, Schema schema, SortedMap<String, TableData> anew) {
    Head now = heads.get();
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    if (!now.commit().schema().equals(start.commit().schema())) {
      return Optional.of(true);
    }
    SortedMap<String, TableEntry> own = new TreeMap<>();
    anew.forEach((key, data) -> own.put(key, start.commit().table(key).withData(data)));
    if (!publisher.stands(start, now, own)) {
      return Optional.of(false);
    }
    for (GraphType type : types(schema).toList()) {
      TableData stored = anew.get(type.tableKey());
      if (stored != null) {
        TableEntry current = now.commit().table(type.tableKey());
        TableEntry before = start.commit().table(type.tableKey());
        TableData result =
            Objects.equals(current.data(), before.data())
                ? stored
                : Rebase.onto(
                    current.withData(stored),
                    new TableLayout(type, current.columns()),
                    tables.rows(before.data()),
                    tables.rows(current.data()),
                    tables);
        entries.put(type.tableKey(), current.written(result, now.branch()));
      }
    }
    return publisher
        .publish(
            now,
            new PreparedChange(entries, new TreeMap<>()),
            new WriteRequest(now.branch(), null, OPERATION))
        .map(_ -> true);
  }

  private TableOptimization optimization(String key, TableData before, TableData after) {
    List<Object> old = identities(tables.rows(before));
    List<Object> fresh = identities(tables.rows(after));
    long removed = old.stream().filter(identity -> !fresh.contains(identity)).count();
    long added = fresh.stream().filter(identity -> !old.contains(identity)).count();
    return new TableOptimization(key, removed, added, true, null, null, null);
  }

  private static List<Object> identities(TableRows rows) {
    List<Object> identities = new ArrayList<>();
    rows.slices().forEach(slice -> identities.add(slice.segment().identity()));
    return identities;
  }

  private static Stream<GraphType> types(Schema schema) {
    return Stream.concat(schema.nodes().stream(), schema.edges().stream());
  }
}
