package io.omnigraph.store.lance;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanceStoreTest {

  private static final ColumnSpec AGE = new ColumnSpec("p1", PropertyType.of(Scalar.I32));
  private static final ColumnSpec TAGS =
      new ColumnSpec("p2", PropertyType.of(Scalar.STRING).list());
  private static final ColumnSpec NOTE = new ColumnSpec("p3", PropertyType.of(Scalar.STRING));

  @TempDir Path root;

  @Test
  void versionsShareTheFilesOfTheirBase() {
    try (LanceStore store = new LanceStore(root.toString(), World.of(Map.of()))) {
      LanceVersion first = store.create("tables/t1/a", rows(AGE, TAGS, "ada", "bob"));

      LanceVersion second = store.change(first, change(0, 0, rows(TAGS, NOTE, "cleo")));
      LanceVersion third = store.change(second, change(1, 0, rows(AGE, NOTE, "dan", "eve")));
      LanceVersion reread = store.version("tables/t1/a", third.version());

      assertThat(first.liveRows()).isEqualTo(2);
      assertThat(second.liveRows()).isEqualTo(2);
      assertThat(third.liveRows()).isEqualTo(3);
      assertThat(reread).isEqualTo(third);
      assertThat(ids(store, third)).containsExactly("-", "bob", "dan", "eve");
      assertThat(ids(store, second)).containsExactly("-", "bob", "cleo");
      Column.Texts note = (Column.Texts) store.read(third.fragments().getFirst(), NOTE);
      assertThat(note.isNull(1)).isTrue();
    }
  }

  private static LanceChange change(int fragment, int row, Rows added) {
    var deleted = new TreeMap<Integer, BitSet>();
    BitSet rows = new BitSet();
    rows.set(row);
    deleted.put(fragment, rows);
    return new LanceChange(deleted, Optional.of(added));
  }

  private static Rows rows(ColumnSpec a, ColumnSpec b, String... ids) {
    ColumnBuilder id = new ColumnBuilder(ColumnSpec.ID.type(), ids.length);
    for (int i = 0; i < ids.length; i++) {
      id.set(i, ids[i]);
    }
    return new Rows(
        List.of(ColumnSpec.ID, a, b),
        List.of(id.build(), ColumnBuilder.nulls(a.type()), ColumnBuilder.nulls(b.type())),
        ids.length);
  }

  private static List<String> ids(LanceStore store, LanceVersion version) {
    return version.fragments().stream()
        .flatMap(f -> {
          Column.Texts ids = (Column.Texts) store.read(f, ColumnSpec.ID);
          BitSet dead = store.deletions(version, f);
          return java.util.stream.IntStream.range(0, f.rows())
              .mapToObj(i -> dead.get(i) ? "-" : ids.get(i));
        })
        .toList();
  }
}
