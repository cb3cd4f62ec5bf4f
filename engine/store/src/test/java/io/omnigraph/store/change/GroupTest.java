package io.omnigraph.store.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.World;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.table.TableStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that are published together are as if each had been published alone. */
class GroupTest {

  private static final int GROUPS = 12;
  private static final int NAMES = 8;

  @TempDir Path directory;

  private final Schema schema = TestSchemas.people();
  private final World world = World.of(Map.of());
  private final FileCache cache = FileCache.in(Map.of());
  private final SortedMap<String, String> model = new TreeMap<>();
  private int nextEdge;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyCommitOfAGroupHoldsItsOwnState(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String root = directory.resolve("people.omni").toString();
    Graphs.create(root, schema, Optional.empty(), FaultPoints.none()).close();
    List<SortedMap<String, String>> expected = new ArrayList<>();
    List<CommitRecord> commits = new ArrayList<>();
    try (TableStore tables = new TableStore(root, world, cache)) {
      GraphStore store = new GraphStore(Storages.open(root), world, cache);
      Publisher publisher = new Publisher(store, tables, FaultPoints.none());
      for (int i = 0; i < GROUPS; i++) {
        Group group = new Group(store.head("main").orElseThrow());
        fill(group, tables, random, expected);
        commits.addAll(publisher.publish(group.head(), group.drafts()).orElseThrow());
      }
    }

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      for (int i = 0; i < commits.size(); i++) {
        Snapshot snapshot = graph.snapshot(new ReadTarget.AtCommit(commits.get(i).id()));
        assertThat(content(snapshot))
            .as("commit %d of seed %d", i, seed)
            .isEqualTo(expected.get(i));
        assertThat(commits.get(i).parent())
            .isEqualTo(i == 0 ? graph.history("main").getLast().id() : commits.get(i - 1).id());
        commits
            .get(i)
            .tables()
            .forEach(
                (key, table) -> assertThat(table.rows()).as(key).isEqualTo(rows(snapshot, key)));
      }
      CommitRecord head = commits.getLast();
      assertThat(head.tables().values())
          .isNotEmpty()
          .allMatch(table -> table.data() == null || table.data().overlay() == null);
    }
    long overlaid =
        commits.stream()
            .flatMap(commit -> commit.tables().values().stream())
            .filter(table -> table.data() != null && table.data().overlay() != null)
            .count();
    assertThat(overlaid).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void writingGoesOnFromAnyCommitOfAGroup(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String root = directory.resolve("people.omni").toString();
    Graphs.create(root, schema, Optional.empty(), FaultPoints.none()).close();
    List<SortedMap<String, String>> expected = new ArrayList<>();
    try (TableStore tables = new TableStore(root, world, cache)) {
      GraphStore store = new GraphStore(Storages.open(root), world, cache);
      Publisher publisher = new Publisher(store, tables, FaultPoints.none());
      List<CommitRecord> commits = List.of();
      while (commits.size() < 4) {
        expected.clear();
        Group group = new Group(store.head("main").orElseThrow());
        fill(group, tables, random, expected);
        commits = publisher.publish(group.head(), group.drafts()).orElseThrow();
      }
      for (int i = 0; i < commits.size(); i++) {
        store.createBranch("at" + i, commits.get(i));
        Head head = store.head("at" + i).orElseThrow();
        Workspace work = new Workspace(Ground.of(head.commit()), schema, tables);
        work.upsertNode("Person", null, Map.of("name", "eve", "age", 1L));
        assertThat(publisher.publish(head, work, new WriteRequest("main", null, "mutate")))
            .isPresent();
      }
    }

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      for (int i = 0; i < expected.size(); i++) {
        SortedMap<String, String> state = new TreeMap<>(expected.get(i));
        state.put("eve", "1");
        assertThat(content(graph.snapshot(new ReadTarget.Branch("at" + i))))
            .as("branch %d of seed %d", i, seed)
            .isEqualTo(state);
      }
    }
  }

  private void fill(
      Group group,
      TableStore tables,
      SplittableRandom random,
      List<SortedMap<String, String>> expected) {
    int size = 1 + random.nextInt(7);
    for (int i = 0; i < size && !group.isClosed(); i++) {
      Workspace work = new Workspace(group.ground(), schema, tables);
      do {
        change(work, random);
      } while (!work.isChanged());
      work.check();
      group.add(Draft.next(work, new WriteRequest("main", null, "mutate"), world));
      expected.add(new TreeMap<>(model));
    }
  }

  private void change(Transaction work, SplittableRandom random) {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String name = "n" + random.nextInt(NAMES);
      String other = "n" + random.nextInt(NAMES);
      long age = random.nextInt(100);
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> {
          work.upsertNode("Person", null, Map.of("name", name, "age", age));
          model.put(name, String.valueOf(age));
        }
        case 4, 5 -> {
          if (model.containsKey(name)) {
            work.updateNode("Person", name, Map.of("age", Optional.of(age)));
            model.put(name, String.valueOf(age));
          }
        }
        case 6, 7 -> {
          if (model.containsKey(name) && model.containsKey(other)) {
            String id = "e" + nextEdge++;
            work.upsertEdge("Knows", id, name, other, Map.of());
            model.put(id, name + ">" + other);
          }
        }
        case 8 -> {
          work.deleteNode("Person", name);
          model.remove(name);
          model.values().removeIf(v -> v.startsWith(name + ">") || v.endsWith(">" + name));
        }
        default -> {
          String edge = "e" + random.nextInt(Math.max(nextEdge, 1));
          work.deleteEdge("Knows", edge);
          model.remove(edge);
        }
      }
    }
  }

  private static int rows(Snapshot snapshot, String key) {
    return snapshot.tables().stream()
        .filter(table -> table.key().equals(key))
        .mapToInt(table -> Math.toIntExact(table.rows()))
        .sum();
  }

  private static SortedMap<String, String> content(Snapshot snapshot) {
    SortedMap<String, String> content = new TreeMap<>();
    NodeTable people = snapshot.nodes("Person");
    Column.Longs ages = (Column.Longs) people.column("age");
    for (int row = 0; row < people.size(); row++) {
      if (people.isLive(row)) {
        content.put(people.id(row), String.valueOf(ages.get(row)));
        assertThat(people.rowOf(people.id(row))).isEqualTo(row);
      }
    }
    EdgeTable knows = snapshot.edges("Knows");
    for (int row = 0; row < knows.size(); row++) {
      if (knows.isLive(row)) {
        content.put(knows.id(row), knows.source(row) + ">" + knows.target(row));
      }
    }
    return content;
  }
}
