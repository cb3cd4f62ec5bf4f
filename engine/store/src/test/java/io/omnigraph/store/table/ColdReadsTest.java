package io.omnigraph.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.RowFilter.Operator;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What storage decides is what arrays in memory decide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColdReadsTest {

  private static final int ROWS = 60_000;
  private static final int QUESTIONS = 60;
  private static final Map<String, ColumnSpec> COLUMNS =
      Map.of(
          "name", new ColumnSpec("p1", PropertyType.of(Scalar.STRING)),
          "age", new ColumnSpec("p2", PropertyType.of(Scalar.I32)),
          "size", new ColumnSpec("p3", PropertyType.of(Scalar.F64)),
          "weight", new ColumnSpec("p4", PropertyType.of(Scalar.F32)),
          "member", new ColumnSpec("p5", PropertyType.of(Scalar.BOOL)),
          "born", new ColumnSpec("p6", PropertyType.of(Scalar.DATE)),
          "count", new ColumnSpec("p7", PropertyType.of(Scalar.U64)),
          "later", new ColumnSpec("p8", PropertyType.of(Scalar.STRING)));
  private static final List<String> STORED =
      List.of("name", "age", "size", "weight", "member", "born", "count");
  private static final List<Operator> OPERATORS = List.of(Operator.values());
  private static final List<String> NAMES =
      List.of("", "ada", "o'neil", "a\\b", "é", "😀", "a''b", "%", "x\ny");

  private Path root;
  private TableStore tables;
  private TableData data;

  @BeforeAll
  void write(@TempDir Path directory) {
    root = directory;
    tables = new TableStore(root.toString(), World.of(Map.of()), new FileCache(1L << 30));
    SplittableRandom random = new SplittableRandom(3);
    BitSet dead = new BitSet();
    random.ints(500, 0, ROWS).forEach(dead::set);
    TableData first =
        tables.write(
            null,
            new BitSet(),
            Optional.of(rows(random, ROWS)),
            new TableStore.Target("tables/t1/a", List.of()));
    data =
        tables.write(
            first,
            dead,
            Optional.of(rows(random, 10)),
            new TableStore.Target("tables/t1/b", List.of()));
  }

  @AfterAll
  void close() {
    tables.close();
  }

  @Test
  void storageSelectsWhatAScanOfArraysSelects() {
    TableRows warm = tables.rows(data);
    STORED.forEach(name -> warm.column(column(name)));
    for (int seed = 0; seed < QUESTIONS; seed++) {
      RowFilter filter = filter(new SplittableRandom(seed));
      try (TableStore fresh = fresh()) {
        assertThat(fresh.rows(data).select(filter, ColdReadsTest::column))
            .as("%s", filter)
            .isEqualTo(warm.select(filter, ColdReadsTest::column));
      }
    }
  }

  @Test
  void rowsThatAreTakenAreThoseOfTheWholeColumn() {
    SplittableRandom random = new SplittableRandom(5);
    TableRows warm = tables.rows(data);
    try (TableStore fresh = fresh()) {
      TableRows cold = fresh.rows(data);
      int[] wanted = random.ints(300, 0, cold.size()).sorted().distinct().toArray();
      for (String name : COLUMNS.keySet()) {
        Column all = warm.column(column(name));
        Column taken = cold.take(column(name), wanted);
        for (int i = 0; i < wanted.length; i++) {
          assertThat(taken.isNull(i)).isEqualTo(all.isNull(wanted[i]));
          if (!taken.isNull(i)) {
            assertThat(Values.at(taken, i)).isEqualTo(Values.at(all, wanted[i]));
          }
        }
        assertThat(cold.slices().getFirst().segment().isWarm(column(name))).isFalse();
      }
    }
  }

  @Test
  void theFirstIdsAreFoundWithoutReadingAll() {
    TableRows warm = tables.rows(data);
    try (TableStore fresh = fresh()) {
      TableRows cold = fresh.rows(data);
      for (int row : new int[] {17, ROWS - 1, 4711, ROWS + 3}) {
        String id = warm.id(row);

        assertThat(cold.rowOf(id)).isEqualTo(warm.rowOf(id));
      }
      assertThat(cold.rowOf("nobody's")).isEqualTo(-1);
    }
  }

  private TableStore fresh() {
    return new TableStore(root.toString(), World.of(Map.of()), new FileCache(1L << 30));
  }

  private static ColumnSpec column(String name) {
    return Objects.requireNonNull(COLUMNS.get(name));
  }

  private static RowFilter filter(SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return new RowFilter.All(List.of(simple(random), simple(random)));
    }
    return simple(random);
  }

  private static RowFilter simple(SplittableRandom random) {
    String property = COLUMNS.keySet().stream().sorted().toList().get(random.nextInt(8));
    PropertyType type = column(property).type();
    return switch (random.nextInt(6)) {
      case 0 -> new RowFilter.Null(property, random.nextBoolean());
      case 1 ->
          new RowFilter.In(
              property, IntStream.range(0, 3).mapToObj(_ -> value(random, type.scalar())).toList());
      default ->
          new RowFilter.Compare(
              property,
              OPERATORS.get(random.nextInt(OPERATORS.size())),
              value(random, type.scalar()));
    };
  }

  private static Rows rows(SplittableRandom random, int count) {
    List<ColumnSpec> specs = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    ColumnBuilder ids = new ColumnBuilder(ColumnSpec.ID.type(), count);
    for (int row = 0; row < count; row++) {
      ids.set(row, "n'" + random.nextLong());
    }
    specs.add(ColumnSpec.ID);
    columns.add(ids.build());
    for (String name : STORED) {
      ColumnSpec spec = column(name);
      ColumnBuilder builder = new ColumnBuilder(spec.type(), count);
      for (int row = 0; row < count; row++) {
        builder.setChecked(
            row, random.nextInt(5) == 0 ? null : value(random, spec.type().scalar()));
      }
      specs.add(spec);
      columns.add(builder.build());
    }
    return new Rows(specs, columns, count);
  }

  private static Object value(SplittableRandom random, Scalar scalar) {
    return switch (scalar.form()) {
      case TEXT -> NAMES.get(random.nextInt(NAMES.size()));
      case BOOLEAN -> random.nextBoolean();
      case FLOAT32 -> (double) (float) (random.nextInt(40) / 10.0 - 2);
      case FLOAT64 -> random.nextInt(5) == 0 ? -0.0 : random.nextInt(40) / 10.0 - 2;
      case UINT64 -> (long) random.nextInt(50);
      case INT32, INT64, UINT32, DAYS, MILLISECONDS, FLOATS -> (long) random.nextInt(50) - 10;
    };
  }
}
