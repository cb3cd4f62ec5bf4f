package io.omnigraph.store.merge;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.diff.TableDelta;
import io.omnigraph.store.lance.Addition;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A merge of two sides that both have something new. A table that only one side changed is taken
 * from it as it is, without a look at its rows; of the others only rows that a side changed are
 * looked at.
 */
final class ThreeWay {

  private final MergeSchema sides;
  private final Schema schema;
  private final TableStore tables;
  private final Grain grain;
  private final Map<String, MergedTable> merged = new HashMap<>();
  private final SortedMap<String, TableCounts> counts = new TreeMap<>();

  /**
   * A merge.
   *
   * @param schema of the result
   */
  ThreeWay(MergeSchema sides, Schema schema, TableStore tables, Grain grain) {
    this.sides = sides;
    this.schema = schema;
    this.tables = tables;
    this.grain = grain;
  }

  /** Everything that is in the way of the result, by table; rows first, then rules. */
  List<MergeConflict> conflicts() {
    List<MergedTable> contested =
        types().filter(this::isContested).map(type -> table(type.tableKey())).toList();
    List<MergeConflict> rows =
        contested.stream().flatMap(table -> table.conflicts().stream()).toList();
    if (!rows.isEmpty()) {
      return rows;
    }
    List<EdgeType> changed =
        schema.edges().stream().filter(edge -> ourChange(edge) || theirChange(edge)).toList();
    return new MergeRules(this::table).broken(contested, changed, !sides.isShared());
  }

  /** Writes the rows that come to the target; nothing points to them yet. */
  SortedMap<String, TableEntry> write(String target) {
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    for (GraphType type : types().toList()) {
      TableEntry leading = leading(type);
      TableEntry own =
          MergeSchema.sameTable(sides.ours(), leading).orElse(TableEntry.empty(leading.id()));
      TableData data = isContested(type) ? written(type, own) : chosen(type);
      entries.put(type.tableKey(), leading.following(own, data, target));
    }
    return entries;
  }

  /** What {@link #write} did to the target's rows, by table key. */
  SortedMap<String, TableCounts> counts() {
    return counts;
  }

  /** The rows of the side that changed them, or that neither did. */
  private @Nullable TableData chosen(GraphType type) {
    TableData ours = MergeSchema.data(sides.ours(), leading(type));
    if (!theirChange(type)) {
      return ours;
    }
    TableData theirs = MergeSchema.data(sides.theirs(), leading(type));
    if (!Objects.equals(ours, theirs)) {
      counts.put(type.tableKey(), TableDelta.counts(tables.rows(ours), tables.rows(theirs)));
    }
    return theirs;
  }

  private @Nullable TableData written(GraphType type, TableEntry own) {
    MergedTable table = table(type.tableKey());
    List<String> taken = table.taken();
    BitSet dead = table.dead();
    if (taken.isEmpty() && dead.isEmpty()) {
      return own.data();
    }
    long removed = table.removed().cardinality();
    long replaced = dead.cardinality() - removed;
    counts.put(type.tableKey(), new TableCounts(taken.size() - replaced, replaced, removed));
    if (taken.isEmpty() && removed == table.sides().ours().liveCount()) {
      return null;
    }
    Target target = new Target(tables.freshDataset(own), table.sides().layout().all());
    return tables.write(own.data(), dead, rows(table, taken), target);
  }

  private static Optional<Addition> rows(MergedTable table, List<String> taken) {
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    List<ColumnSpec> specs = table.sides().layout().all();
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec spec : specs) {
      ColumnBuilder builder = new ColumnBuilder(spec.type(), taken.size());
      List<@Nullable Object> values = table.values(spec, taken);
      for (int i = 0; i < values.size(); i++) {
        builder.setChecked(i, values.get(i));
      }
      columns.add(builder.build());
    }
    return Optional.of(new Rows(specs, columns, taken.size()));
  }

  private MergedTable table(String key) {
    return merged.computeIfAbsent(
        key,
        _ -> {
          GraphType type = types().filter(t -> t.tableKey().equals(key)).findFirst().orElseThrow();
          TableEntry leading = leading(type);
          return MergedTable.of(
              new TableSides(
                  new TableLayout(type, leading.columns()),
                  tables.rows(MergeSchema.data(sides.base(), leading)),
                  tables.rows(MergeSchema.data(sides.ours(), leading)),
                  tables.rows(MergeSchema.data(sides.theirs(), leading))),
              grain);
        });
  }

  /**
   * Whether rows have to be compared: both sides changed them, or the side that did knows an older
   * schema only.
   */
  private boolean isContested(GraphType type) {
    TableEntry leading = leading(type);
    boolean isSame =
        Objects.equals(
            MergeSchema.data(sides.ours(), leading), MergeSchema.data(sides.theirs(), leading));
    if (isSame) {
      return false;
    }
    return (ourChange(type) && theirChange(type)) || (!sides.isShared() && isBehind(type));
  }

  /** Whether the side that does not lead has changed a table. */
  private boolean isBehind(GraphType type) {
    return sides.leading().equals(sides.ours()) ? theirChange(type) : ourChange(type);
  }

  private boolean ourChange(GraphType type) {
    return isChanged(type, MergeSchema.data(sides.ours(), leading(type)));
  }

  private boolean theirChange(GraphType type) {
    return isChanged(type, MergeSchema.data(sides.theirs(), leading(type)));
  }

  private boolean isChanged(GraphType type, @Nullable TableData data) {
    return !Objects.equals(MergeSchema.data(sides.base(), leading(type)), data);
  }

  private TableEntry leading(GraphType type) {
    return sides.leading().table(type.tableKey());
  }

  private Stream<GraphType> types() {
    return Stream.concat(schema.nodes().stream(), schema.edges().stream());
  }
}
