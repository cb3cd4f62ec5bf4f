package io.omnigraph.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import io.omnigraph.values.text.TextBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What columns know of their values, when some of the rows stand in records of commits. */
class RecordColumnsTest {

  private static final int STORED = 200;
  private static final int RECORDS = 12;
  private static final int ROWS_EACH = 5;
  private static final int ROWS = STORED + RECORDS * ROWS_EACH;
  private static final ColumnSpec CITY =
      new ColumnSpec("p1", PropertyType.of(Scalar.STRING).nullable());
  private static final ColumnSpec AGE =
      new ColumnSpec("p2", PropertyType.of(Scalar.I64).nullable());
  private static final List<ColumnSpec> COLUMNS = List.of(ColumnSpec.ID, CITY, AGE);

  private final Map<String, DeltaRows> records = new HashMap<>();
  private TableStore tables;
  private TableRows rows;

  @BeforeEach
  void write(@TempDir Path root) {
    TableData data;
    try (TableStore writer = store(root)) {
      TableStore.Target target = new TableStore.Target("tables/t1/a", COLUMNS);
      data = writer.write(null, new BitSet(), Optional.of(some(0, STORED)), target);
      for (int i = 0; i < RECORDS; i++) {
        String commit = "commit" + i;
        DeltaRows added = DeltaValues.encode(some(STORED + i * ROWS_EACH, ROWS_EACH));
        records.put(commit, added);
        Layer layer = new Layer(commit, new BitSet(), 0, added);
        data = writer.layered(data, writer.rows(data), layer).data();
      }
    }
    tables = store(root);
    rows = tables.rows(data);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void textsHaveOneNumberInVersionsAndInRecords() {
    Column.Texts cities = (Column.Texts) rows.column(CITY);
    Optional<TextCodes> known = Optional.empty();
    for (int i = 0; i <= RECORDS + 1 && known.isEmpty(); i++) {
      known = cities.codes();
    }
    TextCodes codes = known.orElseThrow();

    List<Integer> told = IntStream.range(0, ROWS).filter(r -> city(r) != null).boxed().toList();
    assertThat(codes.size())
        .isEqualTo((int) told.stream().map(RecordColumnsTest::city).distinct().count());
    int[] wanted = told.stream().mapToInt(row -> row).toArray();
    int[] gathered = new int[wanted.length];
    codes.gather(wanted, wanted.length, gathered);
    for (int i = 0; i < wanted.length; i++) {
      String city = Objects.requireNonNull(city(wanted[i]));
      assertThat(cities.get(codes.row(gathered[i]))).isEqualTo(city);
      assertThat(codes.codeOf(TextBytes.of(city))).isEqualTo(gathered[i]);
      assertThat(codes.code(wanted[i])).isEqualTo(gathered[i]);
    }
    assertThat(codes.codeOf(TextBytes.of("nowhere"))).isEqualTo(-1);
  }

  @Test
  void wholeNumbersLieBetweenThoseOfVersionsAndOfRecords() {
    Column.Longs ages = (Column.Longs) rows.column(AGE);
    int[] told = IntStream.range(0, ROWS).filter(row -> age(row) != null).toArray();
    long[] wanted = IntStream.of(told).mapToLong(row -> Objects.requireNonNull(age(row))).toArray();

    long[] gathered = new long[told.length];
    ages.gather(told, told.length, gathered);

    assertThat(gathered).containsExactly(wanted);
    long[] sorted = wanted.clone();
    Arrays.sort(sorted);
    assertThat(ages.range())
        .hasValue(new WholeRange(sorted[0], sorted[sorted.length - 1]))
        .hasValueSatisfying(range -> assertThat(range.greatest()).isEqualTo(age(ROWS - 1)));
  }

  @Test
  void nullsStayNulls() {
    for (ColumnSpec spec : List.of(CITY, AGE)) {
      Column column = rows.column(spec);
      assertThat(column.mayBeNull()).isTrue();
      for (int row = 0; row < ROWS; row++) {
        boolean isNull = (spec.equals(CITY) ? city(row) : age(row)) == null;
        assertThat(column.isNull(row)).as("%s of row %d", spec.name(), row).isEqualTo(isNull);
      }
    }
  }

  /** Null in every seventh row and in all of the third record, whose column is absent. */
  private static @Nullable String city(int row) {
    boolean isThird = (row - STORED) / ROWS_EACH == 2;
    return row % 7 == 0 || isThird ? null : "city " + (row < STORED ? row % 10 : row % 14);
  }

  private static @Nullable Long age(int row) {
    return row % 11 == 0 ? null : row * 3L - 50;
  }

  private static Rows some(int from, int count) {
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec spec : COLUMNS) {
      ColumnBuilder builder = new ColumnBuilder(spec.type(), count);
      for (int i = 0; i < count; i++) {
        int row = from + i;
        Object value =
            spec.equals(ColumnSpec.ID) ? "n" + row : spec.equals(CITY) ? city(row) : age(row);
        if (value != null) {
          builder.setChecked(i, value);
        }
      }
      columns.add(builder.build());
    }
    return new Rows(COLUMNS, columns, count);
  }

  private TableStore store(Path root) {
    return new TableStore(
        root.toString(),
        World.of(Map.of()),
        new FileCache(1 << 24),
        (commit, _) -> Objects.requireNonNull(records.get(commit)));
  }
}
