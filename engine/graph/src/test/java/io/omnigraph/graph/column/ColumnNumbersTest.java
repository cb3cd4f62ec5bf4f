package io.omnigraph.graph.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowRuns;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import io.omnigraph.values.text.TextBytes;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What columns in memory know of their values, and how many of them are read at once. */
class ColumnNumbersTest {

  private static final int ROWS = 40_000;

  @Test
  void equalTextsHaveOneNumber() {
    Column.Texts texts = texts(300);
    assertThat(texts.codes()).as("the first time").isEmpty();

    TextCodes codes = texts.codes().orElseThrow();

    assertThat(codes.size()).isEqualTo(300);
    int[] rows = IntStream.range(0, ROWS).filter(row -> !texts.isNull(row)).toArray();
    int[] gathered = new int[rows.length];
    codes.gather(rows, rows.length, gathered);
    for (int i = 0; i < rows.length; i++) {
      int code = codes.code(rows[i]);
      assertThat(gathered[i]).isEqualTo(code);
      assertThat(texts.get(codes.row(code))).isEqualTo(texts.get(rows[i]));
      assertThat(codes.codeOf(texts.utf8(rows[i]))).isEqualTo(code);
    }
    assertThat(codes.codeOf(TextBytes.of("nobody"))).isEqualTo(-1);
  }

  @Test
  void textsThatMostlyDifferHaveNoNumbers() {
    Column.Texts texts = texts(Integer.MAX_VALUE);

    assertThat(texts.codes()).isEmpty();
    assertThat(texts.codes()).isEmpty();
  }

  @Test
  void numbersAreGatheredAsTheyAreReadOneByOne() {
    Random random = new Random(3);
    for (long spread : new long[] {100, 1L << 40}) {
      ColumnBuilder builder = new ColumnBuilder(PropertyType.of(Scalar.I64), ROWS);
      for (int row = 0; row < ROWS; row++) {
        builder.set(row, random.nextLong(spread) - spread / 2);
      }
      Column.Longs numbers = (Column.Longs) builder.build();
      int[] run = IntStream.range(700, 1_700).toArray();
      int[] scattered = random.ints(1_000, 0, ROWS).toArray();

      assertThat(RowRuns.isRun(run, run.length)).isTrue();
      assertThat(RowRuns.isRun(scattered, scattered.length)).isFalse();
      for (int[] rows : new int[][] {run, scattered}) {
        long[] gathered = new long[rows.length];
        numbers.gather(rows, rows.length, gathered);
        assertThat(gathered).containsExactly(IntStream.of(rows).mapToLong(numbers::get).toArray());
      }
      long[] all = IntStream.range(0, ROWS).mapToLong(numbers::get).sorted().toArray();
      assertThat(numbers.range()).hasValue(new WholeRange(all[0], all[ROWS - 1]));
      assertThat(numbers.mayBeNull()).isFalse();
    }
  }

  @Test
  void nullsAreInNoRange() {
    ColumnBuilder builder = new ColumnBuilder(PropertyType.of(Scalar.I32).nullable(), 4);
    builder.set(1, 7);
    builder.set(3, 9);

    Column.Longs numbers = (Column.Longs) builder.build();

    assertThat(numbers.range()).hasValue(new WholeRange(7, 9));
    assertThat(numbers.mayBeNull()).isTrue();
  }

  private static Column.Texts texts(int different) {
    Random random = new Random(7);
    ColumnBuilder builder = new ColumnBuilder(PropertyType.of(Scalar.STRING).nullable(), ROWS);
    for (int row = 0; row < ROWS; row++) {
      if (row % 9 != 0) {
        builder.set(row, "text " + random.nextInt(different));
      }
    }
    return (Column.Texts) builder.build();
  }
}
