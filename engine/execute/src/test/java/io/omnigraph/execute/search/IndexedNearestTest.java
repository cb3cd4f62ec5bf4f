package io.omnigraph.execute.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.search.NaiveSearch.Doc;
import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.index.IndexUpkeep;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.DeltaValues;
import io.omnigraph.store.table.Layer;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nearest} over a table that is large enough for a vector index. */
class IndexedNearestTest {

  private static final int INDEXED = 50_000;
  private static final Schema SCHEMA =
      SchemaCompiler.compile(
              new SourceText(
                  "points.pg", "node Point { code: String @key vec: Vector(6)? @index }"))
          .schema()
          .orElseThrow();
  private static final TableLayout LAYOUT =
      new TableLayout(SCHEMA.nodes().getFirst(), Map.of("code", "p1", "vec", "p2"));

  @TempDir private Path root;

  @Test
  void theIndexIsAskedAndTheColumnIsNotRead() {
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 28))) {
      TableData plain = write(tables, null, new BitSet(), 0, INDEXED);
      TableData indexed = new IndexUpkeep(tables).refresh(LAYOUT, plain);
      BitSet dead = new BitSet();
      dead.set(17);
      TableData later = write(tables, indexed, dead, INDEXED, 200);
      NaiveSearch naive = new NaiveSearch(docs(INDEXED + 200, 17));

      Snapshot snapshot = snapshot(tables, later);

      assertThat(nearest(snapshot, vector(17)))
          .isEqualTo(naive.nearest(vector(17), 5, _ -> true))
          .doesNotContain("c17");
      assertThat(nearest(snapshot, vector(INDEXED + 3))).startsWith("c" + (INDEXED + 3));
      int found = 0;
      for (int query = 100; query < 110; query++) {
        List<String> exact = naive.nearest(vector(query), 5, _ -> true);
        found += (int) nearest(snapshot, vector(query)).stream().filter(exact::contains).count();
      }
      assertThat(found).as("of 50 nearest").isGreaterThanOrEqualTo(45);
      assertThat(snapshot.nodes("Point").isWarm("vec")).isFalse();
    }
  }

  @Test
  void rowsInRecordsAreFoundBesideTheIndex() {
    Map<String, DeltaRows> records = new HashMap<>();
    TableData later;
    try (TableStore tables = store(records)) {
      TableData plain = write(tables, null, new BitSet(), 0, INDEXED);
      TableData indexed = new IndexUpkeep(tables).refresh(LAYOUT, plain);
      records.put("first", DeltaValues.encode(rows(INDEXED, 40)));
      TableData first = layered(tables, indexed, "first", 17, records.get("first"));
      later = layered(tables, first, "second", INDEXED + 5, null);
    }
    List<Doc> docs = new ArrayList<>(docs(INDEXED + 40, 17));
    docs.removeIf(doc -> doc.code().equals("c" + (INDEXED + 5)));
    NaiveSearch naive = new NaiveSearch(docs);

    try (TableStore tables = store(records)) {
      Snapshot snapshot = snapshot(tables, later);

      assertThat(tables.rows(later).nearest(LAYOUT.column("vec"), vector(1), 5)).isPresent();
      assertThat(nearest(snapshot, vector(17))).hasSize(5).doesNotContain("c17");
      assertThat(nearest(snapshot, vector(INDEXED + 3))).startsWith("c" + (INDEXED + 3));
      assertThat(nearest(snapshot, vector(INDEXED + 5))).doesNotContain("c" + (INDEXED + 5));
      int found = 0;
      for (int query = INDEXED + 10; query < INDEXED + 20; query++) {
        List<String> exact = naive.nearest(vector(query), 5, _ -> true);
        found += (int) nearest(snapshot, vector(query)).stream().filter(exact::contains).count();
      }
      assertThat(found).as("of 50 nearest").isGreaterThanOrEqualTo(45);
      assertThat(snapshot.nodes("Point").isWarm("vec")).isFalse();
    }
  }

  private TableStore store(Map<String, DeltaRows> records) {
    return new TableStore(
        root.toString(),
        World.of(Map.of()),
        new FileCache(1 << 28),
        (commit, _) -> Objects.requireNonNull(records.get(commit)));
  }

  private static TableData layered(
      TableStore tables, TableData base, String commit, int gone, @Nullable DeltaRows added) {
    BitSet dead = new BitSet();
    dead.set(gone);
    return tables.layered(base, tables.rows(base), new Layer(commit, dead, 0, added)).data();
  }

  private static List<String> nearest(Snapshot snapshot, float[] query) {
    String body =
        "match { $p: Point } return { $p.code as c } order { nearest($p.vec, $v) } limit 5";
    return Reads.run(Reads.query("$v: Vector(6)", body), Map.of("v", query), snapshot)
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get("c")))
        .toList();
  }

  private static TableData write(
      TableStore tables, @Nullable TableData base, BitSet dead, int from, int count) {
    return tables.write(
        base,
        dead,
        Optional.of(rows(from, count)),
        new TableStore.Target("tables/t1/d", LAYOUT.all()));
  }

  private static Rows rows(int from, int count) {
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec spec : LAYOUT.all()) {
      ColumnBuilder builder = new ColumnBuilder(spec.type(), count);
      for (int row = 0; row < count; row++) {
        builder.setChecked(row, spec.name().equals("p2") ? vector(from + row) : "c" + (from + row));
      }
      columns.add(builder.build());
    }
    return new Rows(LAYOUT.all(), columns, count);
  }

  private static List<Doc> docs(int count, int without) {
    return IntStream.range(0, count)
        .filter(row -> row != without)
        .mapToObj(row -> new Doc("c" + row, null, "", vector(row)))
        .toList();
  }

  private static float[] vector(int row) {
    SplittableRandom random = new SplittableRandom(row);
    float[] vector = new float[6];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextDouble(-1, 1);
    }
    return vector;
  }

  private static Snapshot snapshot(TableStore tables, TableData data) {
    Commit commit =
        new Commit(
            "01TEST", "main", 1, null, null, null, Instant.EPOCH, "load", null, new TreeMap<>());
    return new SnapshotView(
        commit,
        SCHEMA,
        new SnapshotView.Source() {
          @Override
          public TableRows rows(String tableKey) {
            return tables.rows(data);
          }

          @Override
          public TableLayout layout(GraphType type) {
            return LAYOUT;
          }

          @Override
          public TableState state(String tableKey) {
            return new TableState(tableKey, data.dataset(), 1, null, data.rows());
          }

          @Override
          public Adjacency adjacency(EdgeType type, boolean outgoing) {
            throw new IllegalArgumentException("there are no edges");
          }
        });
  }
}
