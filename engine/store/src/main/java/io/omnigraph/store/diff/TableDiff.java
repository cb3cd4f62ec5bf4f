package io.omnigraph.store.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.diff.ChangeOp;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.diff.EntityChange;
import io.omnigraph.graph.diff.EntityChange.Endpoints;
import io.omnigraph.graph.diff.RowChange;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.JsonForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What differs between two states of one table. */
final class TableDiff {

  /** Rows whose values are in memory at a time; vectors of some thousand elements fit. */
  private static final int BATCH = 256;

  private final DiffSide before;
  private final DiffSide after;
  private final GraphType type;
  private final TableRows beforeRows;
  private final TableRows afterRows;

  /**
   * The difference.
   *
   * @param type as the second state has it, or else the first
   */
  TableDiff(DiffSide before, DiffSide after, GraphType type) {
    this.before = before;
    this.after = after;
    this.type = type;
    this.beforeRows = before.rows(type.tableKey());
    this.afterRows = after.rows(type.tableKey());
  }

  void each(Predicate<RowChange> wanted, Consumer<EntityChange> action) {
    List<RowChange> changes =
        TableDelta.between(beforeRows, afterRows).stream().filter(wanted).toList();
    for (int from = 0; from < changes.size(); from += BATCH) {
      batch(changes.subList(from, Math.min(changes.size(), from + BATCH)), action);
    }
  }

  private void batch(List<RowChange> changes, Consumer<EntityChange> action) {
    List<Pair> columns = new ArrayList<>();
    if (type instanceof EdgeType) {
      columns.add(pair("from", ColumnSpec.SOURCE, changes));
      columns.add(pair("to", ColumnSpec.TARGET, changes));
    }
    for (Property property : type.properties()) {
      columns.add(pair(property, changes));
    }
    for (int i = 0; i < changes.size(); i++) {
      entity(changes.get(i), i, columns).ifPresent(action);
    }
  }

  private Optional<EntityChange> entity(RowChange change, int index, List<Pair> columns) {
    Map<String, JsonNode> old = new LinkedHashMap<>();
    Map<String, JsonNode> fresh = new LinkedHashMap<>();
    for (Pair column : columns) {
      boolean isShown =
          change.op() == ChangeOp.UPDATE ? column.differs(index) : !column.isEndpoint();
      if (isShown) {
        old.put(column.name(), JsonForm.tree(column.spec().type(), column.before().get(index)));
        fresh.put(column.name(), JsonForm.tree(column.spec().type(), column.after().get(index)));
      }
    }
    if (change.op() == ChangeOp.UPDATE && old.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntityChange(
            type.tableKey(),
            DiffFilter.kind(type),
            type.name(),
            change.id(),
            change.op(),
            after.commit().version(),
            endpoints(change, index, columns),
            change.before() < 0 ? null : old,
            change.after() < 0 ? null : fresh));
  }

  private @Nullable Endpoints endpoints(RowChange change, int index, List<Pair> columns) {
    if (!(type instanceof EdgeType)) {
      return null;
    }
    boolean isGone = change.after() < 0;
    Pair source = columns.get(0);
    Pair target = columns.get(1);
    return new Endpoints(
        (String) (isGone ? source.before() : source.after()).get(index),
        (String) (isGone ? target.before() : target.after()).get(index));
  }

  private Pair pair(Property property, List<RowChange> changes) {
    String key = type.tableKey();
    Optional<ColumnSpec> old = before.column(key, property.name());
    Optional<ColumnSpec> fresh = after.column(key, property.name());
    return new Pair(
        property.name(),
        fresh.or(() -> old).orElseThrow(),
        values(beforeRows, old, changes, RowChange::before),
        values(afterRows, fresh, changes, RowChange::after));
  }

  private Pair pair(String name, ColumnSpec end, List<RowChange> changes) {
    Optional<ColumnSpec> spec = Optional.of(end);
    return new Pair(
        name,
        end,
        values(beforeRows, spec, changes, RowChange::before),
        values(afterRows, spec, changes, RowChange::after));
  }

  private static List<@Nullable Object> values(
      TableRows rows,
      Optional<ColumnSpec> spec,
      List<RowChange> changes,
      ToIntFunction<RowChange> row) {
    int[] wanted = changes.stream().mapToInt(row).toArray();
    return spec.map(column -> PickedRows.values(rows, column, wanted))
        .orElseGet(() -> Arrays.asList(new @Nullable Object[wanted.length]));
  }

  /** The values of a column in both states, in the order of the changes. */
  private record Pair(
      String name, ColumnSpec spec, List<@Nullable Object> before, List<@Nullable Object> after) {

    boolean isEndpoint() {
      return spec.equals(ColumnSpec.SOURCE) || spec.equals(ColumnSpec.TARGET);
    }

    boolean differs(int index) {
      return !PickedRows.isEqual(before.get(index), after.get(index));
    }
  }
}
