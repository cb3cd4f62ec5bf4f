package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.maintenance.CacheCounts;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.DiskFlush;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is not in the graph comes from the world that its engine was given. */
class WorldTest {

  private static final Instant NOW = Instant.parse("2031-03-04T05:06:07.123456789Z");
  private static final Instant NOW_IN_MICROS = Instant.parse("2031-03-04T05:06:07.123456Z");
  private static final WriteRequest MUTATE = new WriteRequest("main", "ada", "mutate");

  @TempDir Path directory;

  private final Set<Path> flushed = ConcurrentHashMap.newKeySet();

  @Test
  void timesAndIdsAreThoseOfTheWorld() {
    try (Graph graph = created("people.omni", exact(Map.of()))) {
      String person = write(graph);
      Tag tag = graph.createTag("first", ReadTarget.main(), null, null).orElseThrow();
      graph.createBranch("side", "main");

      List<Commit> history = graph.history("main");
      assertThat(history).extracting(Commit::createdAt).containsOnly(NOW_IN_MICROS);
      assertThat(tag.createdAt()).isEqualTo(NOW_IN_MICROS);
      assertThat(history).extracting(Commit::id).allMatch(WorldTest::isCounted);
      assertThat(person).matches(WorldTest::isCounted);
    }
  }

  @Test
  void theSameWorkInTheSameWorldLeavesTheSameHistory() throws IOException {
    for (String name : List.of("a.omni", "b.omni")) {
      try (Graph graph = created(name, exact(Map.of()))) {
        write(graph);
        graph.createBranch("side", "main");
      }
    }

    for (String part : List.of("refs", "schemas", "graph.json")) {
      assertThat(texts("a.omni", part)).isNotEmpty().isEqualTo(texts("b.omni", part));
    }
    assertThat(names("a.omni", "commits")).hasSize(2).isEqualTo(names("b.omni", "commits"));
  }

  @Test
  void filesAreFlushedByTheWorld() throws IOException {
    try (Graph graph = created("people.omni", exact(Map.of()))) {
      write(graph);
    }

    Path root = directory.resolve("people.omni");
    try (Stream<Path> data = Files.walk(root.resolve("tables"))) {
      List<Path> rows = data.filter(file -> file.toString().endsWith(".lance")).toList();
      assertThat(rows).isNotEmpty();
      assertThat(flushed).containsAll(rows);
    }
    assertThat(flushed).contains(root.resolve("commits"), root.resolve("refs"));
  }

  @Test
  void enginesShareNoCache() {
    GraphEngine other = Graphs.engine(exact(Map.of("OMNIGRAPH_CACHE_MB", "3")));
    try (Graph graph = created("people.omni", exact(Map.of()))) {
      write(graph);
      assertThat(graph.maintenance().stats(new ReadTarget.Branch("main")).cacheBytes())
          .isPositive();
    }

    assertThat(other.caches()).isEqualTo(new CacheCounts(3 << 20, 0, 0, 0, 0));
  }

  @Test
  void whatIsReadAgainIsAHit() {
    GraphEngine engine = Graphs.engine(exact(Map.of()));
    String root = directory.resolve("people.omni").toString();
    engine.create(root, TestSchemas.people(), Optional.empty(), FaultPoints.none()).close();
    try (Graph graph = engine.open(root, FaultPoints.none())) {
      write(graph);
      names(graph);
      CacheCounts once = engine.caches();
      names(graph);
      CacheCounts twice = engine.caches();

      assertThat(twice.misses()).isEqualTo(once.misses());
      assertThat(twice.hits()).isGreaterThan(once.hits());
      assertThat(twice.usedBytes()).isBetween(1L, twice.budgetBytes());
    }
  }

  @Test
  void aBudgetThatIsNoNumberIsSaidWhenAGraphIsOpened() {
    GraphEngine engine = Graphs.engine(exact(Map.of("OMNIGRAPH_CACHE_MB", "much")));
    String root = directory.resolve("people.omni").toString();
    String problem = "OMNIGRAPH_CACHE_MB is `much`, expected a number of mebibytes such as 2048";

    created("people.omni", exact(Map.of())).close();

    assertThatThrownBy(() -> engine.open(root, FaultPoints.none()))
        .isInstanceOf(GraphException.class)
        .hasMessage(problem);
    assertThat(engine.inspect(root)).isEqualTo(new GraphRoot.Unreadable(problem));
  }

  private Graph created(String name, World world) {
    return Graphs.engine(world)
        .create(
            directory.resolve(name).toString(),
            TestSchemas.people(),
            Optional.empty(),
            FaultPoints.none());
  }

  private World exact(Map<String, String> environment) {
    AtomicLong count = new AtomicLong();
    return new World(
        InstantSource.fixed(NOW),
        () -> "%026d".formatted(count.incrementAndGet()),
        environment,
        DiskFlush.through(path -> {
          flushed.add(path);
          DiskFlush.force(path);
        }));
  }

  private static boolean isCounted(String id) {
    return id.matches("0{20}[0-9]{6}");
  }

  private static String write(Graph graph) {
    WriteOutcome<String> outcome =
        graph.write(
            MUTATE,
            t -> {
              t.upsertNode("Person", null, Map.of("name", "ada"));
              return t.upsertEdge("Knows", null, "ada", "ada", Map.of());
            });
    return ((WriteOutcome.Committed<String>) outcome).result();
  }

  private static void names(Graph graph) {
    graph.snapshot(ReadTarget.main()).nodes("Person").column("name");
  }

  private List<String> texts(String graph, String part) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(graph).resolve(part))) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(file.getFileName() + ": " + Files.readString(file));
      }
      return texts;
    }
  }

  private Set<String> names(String graph, String part) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(graph).resolve(part))) {
      Set<String> names = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).forEach(names::add);
      return names;
    }
  }
}
