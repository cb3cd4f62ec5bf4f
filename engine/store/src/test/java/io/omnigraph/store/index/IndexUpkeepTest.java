package io.omnigraph.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexUpkeepTest {

  private static final int DIMENSION = 8;
  private static final GraphType NOTE =
      TestSchemas.of(
              """
              node Note {
                code: String @key
                year: I32? @index
                text: String? @index
                near: Vector(8)? @index
                far: Vector(8)? @index
              }
              """)
          .nodes()
          .getFirst();
  private static final TableLayout LAYOUT =
      new TableLayout(
          NOTE, Map.of("code", "p1", "year", "p2", "text", "p3", "near", "p4", "far", "p5"));
  private static final ColumnSpec NEAR = LAYOUT.column("near");

  @TempDir Path root;

  @Test
  void indexesAreBuiltOnceAndAgainWhenManyRowsAreNotInThem() {
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 24))) {
      IndexUpkeep upkeep = new IndexUpkeep(tables, new IndexUpkeep.Thresholds(20, 100));
      TableData few =
          tables.write(
              null,
              new BitSet(),
              Optional.of(rows(0, 19)),
              new TableStore.Target("tables/t1/a", List.of()));
      TableData some =
          tables.write(
              few,
              new BitSet(),
              Optional.of(rows(19, 281)),
              new TableStore.Target("tables/t1/b", List.of()));

      TableData indexed = upkeep.refresh(LAYOUT, some);
      TableData longer =
          tables.write(
              indexed,
              bits(3),
              Optional.of(rows(300, 20)),
              new TableStore.Target("tables/t1/c", List.of()));
      TableData long20 =
          tables.write(
              longer,
              bits(4),
              Optional.of(rows(320, 20)),
              new TableStore.Target("tables/t1/d", List.of()));
      TableData again = upkeep.refresh(LAYOUT, long20);

      assertThat(upkeep.refresh(LAYOUT, few)).isSameAs(few);
      assertThat(tables.indexes(indexed).rows())
          .isEqualTo(
              Map.of(
                  "id_sorted", 300L,
                  "p1_sorted", 300L,
                  "p2_sorted", 300L,
                  "p3_sorted", 300L,
                  "p4_nearest", 300L));
      assertThat(indexed.rows()).isEqualTo(300);
      assertThat(upkeep.refresh(LAYOUT, indexed)).isSameAs(indexed);
      assertThat(upkeep.isDue(LAYOUT, longer)).isFalse();
      assertThat(upkeep.isDue(LAYOUT, long20)).isTrue();
      assertThat(tables.indexes(again).rows().values()).containsOnly(340L);
      assertThat(again.rows()).isEqualTo(338);
      assertThat(upkeep.isDue(LAYOUT, again)).isFalse();
    }
  }

  @Test
  void theVectorIndexFindsLiveRowsAndThoseThatCameLater() {
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 24))) {
      IndexUpkeep upkeep = new IndexUpkeep(tables, new IndexUpkeep.Thresholds(20, 100));
      TableData some =
          tables.write(
              null,
              new BitSet(),
              Optional.of(rows(0, 300)),
              new TableStore.Target("tables/t1/a", List.of()));
      TableData indexed = upkeep.refresh(LAYOUT, some);
      TableData later =
          tables.write(
              indexed,
              bits(7),
              Optional.of(rows(300, 10)),
              new TableStore.Target("tables/t1/b", List.of()));

      assertThat(tables.rows(some).nearest(NEAR, vector(7), 1)).isEmpty();
      assertThat(first(tables, indexed, 7)).isEqualTo(7);
      assertThat(first(tables, later, 7)).isNotEqualTo(7);
      assertThat(first(tables, later, 8)).isEqualTo(8);
      assertThat(first(tables, later, 305)).isEqualTo(305);
    }
  }

  @Test
  void anIndexedTableIsReadByAnotherProcessFromItsFilesAlone() throws Exception {
    TableData indexed;
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 24))) {
      TableData some =
          tables.write(
              null,
              new BitSet(),
              Optional.of(rows(0, 120)),
              new TableStore.Target("tables/t1/a", List.of()));
      indexed = new IndexUpkeep(tables, new IndexUpkeep.Thresholds(20, 100)).refresh(LAYOUT, some);
    }

    try (TableStore tables =
            new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 24));
        var files = Files.walk(root.resolve("tables/t1/a/_indices"))) {
      assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
      assertThat(tables.rows(indexed).liveCount()).isEqualTo(120);
      assertThat(first(tables, indexed, 77)).isEqualTo(77);
    }
  }

  private static int first(TableStore tables, TableData data, int row) {
    return tables.rows(data).nearest(NEAR, vector(row), 1).orElseThrow()[0];
  }

  private static BitSet bits(int row) {
    BitSet bits = new BitSet();
    bits.set(row);
    return bits;
  }

  private static float[] vector(int row) {
    Random random = new Random(row);
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static Rows rows(int from, int count) {
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec spec : LAYOUT.all()) {
      ColumnBuilder builder = new ColumnBuilder(spec.type(), count);
      for (int row = 0; row < count; row++) {
        builder.setChecked(
            row,
            switch (spec.name()) {
              case "p2" -> (long) (from + row);
              case "p4" -> vector(from + row);
              case "p5" -> null;
              default -> "n" + (from + row);
            });
      }
      columns.add(builder.build());
    }
    return new Rows(LAYOUT.all(), columns, count);
  }
}
