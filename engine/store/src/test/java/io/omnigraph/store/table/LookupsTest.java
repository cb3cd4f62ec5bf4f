package io.omnigraph.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import io.omnigraph.values.text.TextBytes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lookups find what a map would find. */
class LookupsTest {

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void idsAreFoundWhereAMapFindsThem(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(3000);
    Map<String, Integer> model = new HashMap<>();
    BitSet dead = new BitSet();
    ColumnBuilder builder = new ColumnBuilder(PropertyType.of(Scalar.STRING), rows);
    for (int row = 0; row < rows; row++) {
      String id = "n" + random.nextInt(2000);
      builder.set(row, id);
      Integer before = model.put(id, row);
      if (before != null) {
        dead.set(before);
      }
      if (random.nextInt(10) == 0) {
        dead.set(row);
        model.remove(id);
      }
    }

    IdLookup lookup = new IdLookup((Column.Texts) builder.build(), rows);

    for (int i = 0; i < 2100; i++) {
      byte[] id = TextBytes.of("n" + i);
      assertThat(lookup.find(id, TextBytes.hash(id), dead))
          .as("n%d", i)
          .isEqualTo(model.getOrDefault("n" + i, -1));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRowAtANodeIsFoundOnce(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(3000);
    Map<String, TreeSet<Integer>> model = new HashMap<>();
    ColumnBuilder builder = new ColumnBuilder(PropertyType.of(Scalar.STRING), rows);
    for (int row = 0; row < rows; row++) {
      String node = "n" + random.nextInt(1 + random.nextInt(500));
      builder.set(row, node);
      model.computeIfAbsent(node, _ -> new TreeSet<>()).add(row);
    }

    NodeLookup lookup = new NodeLookup((Column.Texts) builder.build(), rows);

    for (int i = 0; i < 550; i++) {
      List<Integer> found = new ArrayList<>();
      lookup.each(TextBytes.of("n" + i), found::add);
      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(model.getOrDefault("n" + i, new TreeSet<>()));
    }
  }

  @Test
  void tuplesAreFoundByAllOfTheirValuesAndNeverWithANull() {
    ColumnBuilder names = new ColumnBuilder(PropertyType.of(Scalar.STRING), 4);
    ColumnBuilder ages = new ColumnBuilder(PropertyType.of(Scalar.I32), 4);
    List<String> texts = List.of("ada", "ada", "bob", "cleo");
    for (int row = 0; row < 4; row++) {
      names.set(row, texts.get(row));
    }
    for (int row = 0; row < 3; row++) {
      ages.set(row, 30L + row);
    }
    BitSet dead = new BitSet();
    dead.set(1);

    TupleLookup lookup = new TupleLookup(List.of(names.build(), ages.build()), 4);

    assertThat(lookup.find(List.of("ada", 30L), dead)).isZero();
    assertThat(lookup.find(List.of("ada", 31L), dead)).isEqualTo(-1);
    assertThat(lookup.find(List.of("ada", 31L), new BitSet())).isEqualTo(1);
    assertThat(lookup.find(List.of("bob", 30L), dead)).isEqualTo(-1);
    assertThat(lookup.find(List.of("cleo", 0L), dead)).isEqualTo(-1);
  }
}
