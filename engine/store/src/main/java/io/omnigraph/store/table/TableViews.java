package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadMeter;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.values.text.TextBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tables under the names of a schema. */
final class TableViews {

  private TableViews() {}

  /** What the tables of nodes and edges share. */
  abstract static class View {

    private final TableLayout layout;
    private final TableRows rows;
    private final ReadMeter.Names names;
    private final @Nullable IdLookup[] lookups;
    private final Map<String, Column> columns = new ConcurrentHashMap<>();

    View(TableLayout layout, TableRows rows) {
      this.layout = layout;
      this.names = names(layout);
      this.rows = rows;
      this.lookups = new IdLookup[rows.slices().size()];
    }

    public int size() {
      return rows.size();
    }

    public int liveCount() {
      return rows.liveCount();
    }

    public boolean isLive(int row) {
      return rows.isLive(row);
    }

    public int live(int from, int to, int[] into) {
      return rows.live(from, to, into);
    }

    public String id(int row) {
      return rows.id(row);
    }

    public Column.Texts ids() {
      return rows.ids();
    }

    public int rowOf(String id) {
      byte[] utf8 = TextBytes.of(id);
      return rows.rowOf(utf8, TextBytes.hash(utf8), lookups);
    }

    public Column column(String property) {
      return columns.computeIfAbsent(property, p -> named(() -> rows.column(layout.column(p))));
    }

    public List<WordPart> words(String property) {
      return named(() -> rows.words(layout.column(property)));
    }

    public Optional<int[]> nearest(String property, float[] query, int count) {
      return rows.nearest(layout.column(property), query, count);
    }

    public boolean isWarm(String property) {
      return columns.containsKey(property) || rows.isWarm(layout.column(property));
    }

    public int[] select(RowFilter filter) {
      return named(() -> rows.select(filter, layout::column));
    }

    public Column take(String property, int[] wanted) {
      return named(() -> rows.take(layout.column(property), wanted));
    }

    Column.Texts texts(ColumnSpec spec) {
      return (Column.Texts)
          columns.computeIfAbsent(" " + spec.name(), _ -> named(() -> rows.column(spec)));
    }

    private <R> R named(Supplier<R> work) {
      return ReadMeter.naming(names, work);
    }

    private static ReadMeter.Names names(TableLayout layout) {
      Map<String, String> properties = new HashMap<>();
      layout.columns().forEach((property, column) -> properties.put(column, property));
      return new ReadMeter.Names(layout.type().tableKey(), properties);
    }
  }

  /** Nodes. */
  static final class Nodes extends View implements NodeTable {

    Nodes(TableLayout layout, TableRows rows) {
      super(layout, rows);
    }
  }

  /** Edges. */
  static final class Edges extends View implements EdgeTable {

    private final Function<Boolean, Adjacency> adjacency;
    private volatile @Nullable Adjacency outgoing;
    private volatile @Nullable Adjacency incoming;

    /**
     * Edges.
     *
     * @param adjacency of a direction, {@code true} for outgoing; asked on first use
     */
    Edges(TableLayout layout, TableRows rows, Function<Boolean, Adjacency> adjacency) {
      super(layout, rows);
      this.adjacency = adjacency;
    }

    @Override
    public String source(int row) {
      return texts(ColumnSpec.SOURCE).get(row);
    }

    @Override
    public String target(int row) {
      return texts(ColumnSpec.TARGET).get(row);
    }

    @Override
    public Column.Texts sources() {
      return texts(ColumnSpec.SOURCE);
    }

    @Override
    public Column.Texts targets() {
      return texts(ColumnSpec.TARGET);
    }

    @Override
    public Adjacency outgoing() {
      Adjacency known = outgoing;
      if (known == null) {
        known = adjacency.apply(true);
        outgoing = known;
      }
      return known;
    }

    @Override
    public Adjacency incoming() {
      Adjacency known = incoming;
      if (known == null) {
        known = adjacency.apply(false);
        incoming = known;
      }
      return known;
    }
  }
}
