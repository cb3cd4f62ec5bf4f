package io.omnigraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.World;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.maintenance.Residents;
import io.omnigraph.store.table.TableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A graph with some history and several actors, each of whom comes by a path of its own, so that
 * they have as little in common as processes have. What they were told is remembered.
 */
final class StagedGraph implements AutoCloseable {

  private final Path directory;
  private final Storage storage;
  private final String oldest;
  private final List<Graph> open = new ArrayList<>();
  private final SortedMap<String, List<String>> acknowledged = new TreeMap<>();
  private final List<String> tagged = new ArrayList<>();
  private final List<String> branched = new ArrayList<>();

  private StagedGraph(Path directory, Storage storage, String oldest) {
    this.directory = directory;
    this.storage = storage;
    this.oldest = oldest;
  }

  /** Where the small objects of a graph are. */
  enum Place {
    FILES,
    OBJECTS
  }

  /** A copy of a graph that is made once below a directory. */
  static StagedGraph at(Path directory, Place place) throws IOException {
    Path template = directory.resolve("template");
    if (!Files.exists(template)) {
      build(template);
    }
    Path own = Files.createTempDirectory(directory, "graph");
    copy(template, own.resolve("0"));
    Storage files = Storages.open(own.resolve("0").toString());
    String oldest = Files.readString(directory.resolve("oldest"));
    StagedGraph staged =
        new StagedGraph(own, place == Place.FILES ? files : InMemoryObjects.of(files), oldest);
    for (String branch : List.of("main", "side")) {
      staged.acknowledged.put(branch, new ArrayList<>(List.of("n0", "n1")));
    }
    return staged;
  }

  /** Somebody who lets others in before each of his steps. */
  Actor actor(Runnable before) {
    return new Actor(graph(before));
  }

  /** Somebody else. */
  Actor others() {
    return new Actor(graph(() -> {}));
  }

  /** Everything that somebody was told is there, and nothing is damaged. */
  void requireWhole(String when) {
    Graph reader = graph(() -> {});
    assertThat(reader.maintenance().repair(RepairMode.PREVIEW).findings()).as(when).isEmpty();
    acknowledged.forEach((branch, names) -> {
      assertThat(reader.branches()).as(when).contains(branch);
      NodeTable people = reader.snapshot(new ReadTarget.Branch(branch)).nodes("Person");
      assertThat(names).as(when).allMatch(name -> people.rowOf(name) >= 0);
    });
    assertThat(reader.branches()).as(when).containsAll(branched);
    for (String branch : reader.branches()) {
      rows(reader, new ReadTarget.Branch(branch));
    }
    for (String tag : tagged) {
      assertThat(rows(reader, new ReadTarget.Tag(tag))).as(when).isPositive();
    }
    for (Commit commit : reader.history(new HistoryPage(null, null, 1000))) {
      readable(reader, commit.id());
    }
  }

  @Override
  public void close() throws IOException {
    open.forEach(Graph::close);
    try (Stream<Path> links = Files.list(directory)) {
      for (Path link : links.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
    Storages.open(directory.toString()).deleteTree("0");
  }

  private static void readable(Graph reader, String commit) {
    try {
      rows(reader, new ReadTarget.AtCommit(commit));
    } catch (NoSuchTargetException e) {
      assertThat(e).hasMessageContaining("no longer retained");
    }
  }

  private static int rows(Graph reader, ReadTarget target) {
    NodeTable people = reader.snapshot(target).nodes("Person");
    int rows = 0;
    for (int row = 0; row < people.size(); row++) {
      rows += people.isLive(row) && !people.id(row).isEmpty() ? 1 : 0;
    }
    return rows;
  }

  private Graph graph(Runnable before) {
    try {
      Path link = directory.resolve(String.valueOf(open.size() + 1));
      Files.createSymbolicLink(link, directory.resolve("0"));
      Storage files = Storages.open(link.toString());
      Storage own = storage instanceof InMemoryObjects objects ? objects.through(files) : files;
      World world = World.of(Map.of());
      FileCache cache = FileCache.in(Map.of());
      GraphStore store = new GraphStore(new SteppedStorage(own, before), world, cache);
      Graph graph =
          new StoredGraph(
              store,
              new TableStore(link.toString(), world, cache, store::delta),
              new Residents(),
              _ -> before.run());
      open.add(graph);
      return graph;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void build(Path template) throws IOException {
    try (Graph graph =
        Graphs.create(
            template.toString(), TestSchemas.people(), Optional.empty(), FaultPoints.none())) {
      String oldest = "";
      for (String name : List.of("n0", "n1")) {
        Commit commit = written(graph, "main", name).orElseThrow();
        oldest = oldest.isEmpty() ? commit.id() : oldest;
      }
      Files.writeString(template.resolveSibling("oldest"), oldest);
      graph.createBranch("side", "main");
      graph.createBranch("spare", "main");
      written(graph, "spare", "spare");
      graph.maintenance().optimize();
      written(graph, "main", "n2");
    }
    try (Graph graph = Graphs.open(template.toString(), TestFaults.at(GraphFaults.WRITE_FLUSHED))) {
      written(graph, "main", "lost");
    } catch (io.omnigraph.ground.fault.InjectedFault _) {
      // What a crash leaves is to be there.
      return;
    }
    throw new AssertionError("the write did not crash");
  }

  private static Optional<Commit> written(Graph graph, String branch, String name) {
    WriteOutcome<String> outcome =
        graph.write(
            new WriteRequest(branch, null, "mutate"),
            t -> t.upsertNode("Person", null, Map.of("name", name)));
    return outcome instanceof WriteOutcome.Committed<String>(_, var commit)
        ? Optional.of(commit)
        : Optional.empty();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Somebody who works on the graph. */
  final class Actor {

    private final Graph graph;

    private Actor(Graph graph) {
      this.graph = graph;
    }

    Graph graph() {
      return graph;
    }

    void write(String branch, String name) {
      assertThat(written(graph, branch, name)).isPresent();
      acknowledged.computeIfAbsent(branch, _ -> new ArrayList<>()).add(name);
    }

    /** A bulk write; it may be refused, but not in part. */
    void writeMany(String branch, String name) {
      WriteOutcome<String> outcome =
          graph.writeBulk(
              new WriteRequest(branch, null, "load"),
              bulk -> {
                GraphType type = bulk.base().schema().nodes().getFirst();
                RowBuffer rows = bulk.buffer(type);
                rows.cells(0).add(name);
                rows.endRow();
                bulk.stage(type, rows);
                return name;
              });
      if (outcome instanceof WriteOutcome.Committed) {
        acknowledged.computeIfAbsent(branch, _ -> new ArrayList<>()).add(name);
      }
    }

    void branch(String name, String from) {
      assertThat(graph.createBranch(name, from)).isTrue();
      branched.add(name);
    }

    void tag(String name, String branch) {
      if (isTagged(name, new ReadTarget.Branch(branch))) {
        tagged.add(name);
      }
    }

    /** Names a state that a cleanup may be about to give up; one of the two has to give way. */
    void tagOldest(String name) {
      if (isTagged(name, new ReadTarget.AtCommit(oldest))) {
        tagged.add(name);
      }
    }

    void merge(String source, String target) {
      assertThat(graph.merge(new MergeRequest(source, target, Grain.ROW, null, null)))
          .isNotInstanceOf(MergeOutcome.Senseless.class);
    }

    private boolean isTagged(String name, ReadTarget target) {
      try {
        return graph.createTag(name, target, null, null).isPresent();
      } catch (NoSuchTargetException e) {
        assertThat(e).hasMessageContaining("no longer retained");
        return false;
      }
    }
  }
}
