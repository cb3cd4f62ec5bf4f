package io.omnigraph.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.maintenance.CleanupReport;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.store.OldFormat;
import io.omnigraph.store.TestFaults;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MaintenanceTest {

  private static final WriteRequest MUTATE = new WriteRequest("main", null, "mutate");
  private static final CleanupRequest KEEP_ONE =
      new CleanupRequest(1, null, CleanupRequest.USUAL_GRACE);

  static final List<String> CLEANUP = GraphFaults.CLEANUP;
  static final List<String> OPTIMIZE = GraphFaults.OPTIMIZE;

  @TempDir Path directory;

  @Test
  void optimizeJoinsFragmentsAndChangesNothingElse() {
    try (Graph graph = create()) {
      List<Commit> commits = writes(graph, 5);
      SortedMap<String, Long> before = ages(graph.snapshot(ReadTarget.main()));

      OptimizeReport report = graph.maintenance().optimize();

      assertThat(report.tables())
          .extracting(OptimizeReport.TableOptimization::tableKey)
          .containsExactly("edge:Knows", "edge:LivesIn", "node:Person", "node:Town");
      assertThat(report.tables().get(2))
          .isEqualTo(
              new OptimizeReport.TableOptimization("node:Person", 5, 1, true, null, null, null));
      assertThat(ages(graph.snapshot(ReadTarget.main()))).isEqualTo(before);
      assertThat(graph.history("main").getFirst().operation()).isEqualTo("optimize");
      assertThat(graph.history("main").getFirst().actor()).isNull();
      for (int i = 0; i < commits.size(); i++) {
        assertThat(ages(graph.snapshot(new ReadTarget.AtCommit(commits.get(i).id()))))
            .hasSize(i + 1);
      }
      assertThat(graph.maintenance().optimize().tables())
          .isNotEmpty()
          .noneMatch(t -> t.committed());
      assertThat(graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "n1"))))
          .isInstanceOf(WriteOutcome.Committed.class);
    }
  }

  @Test
  void whatIsWrittenDuringAnOptimizeIsKept() {
    create().close();
    Graph[] other = new Graph[1];
    FaultPoints writing =
        point -> {
          if (point.equals(GraphFaults.OPTIMIZE_WRITTEN)) {
            other[0].write(
                MUTATE,
                t -> {
                  t.upsertNode("Person", null, Map.of("name", "n0", "age", 99L));
                  t.deleteNode("Person", "n1");
                  return t.upsertNode("Person", null, Map.of("name", "late", "age", 7L));
                });
          }
        };
    try (Graph graph = Graphs.open(root(), writing);
        Graph second = Graphs.open(root(), FaultPoints.none())) {
      other[0] = second;
      writes(second, 4);
      SortedMap<String, Long> expected = ages(second.snapshot(ReadTarget.main()));
      expected.put("n0", 99L);
      expected.remove("n1");
      expected.put("late", 7L);

      graph.maintenance().optimize();

      assertThat(ages(second.snapshot(ReadTarget.main()))).isEqualTo(expected);
    }
  }

  @Test
  void cleanupForgetsOldStatesAndKeepsWhatIsNamed() throws IOException {
    try (Graph graph = OldFormat.create(root(), TestSchemas.people())) {
      List<Commit> commits = writes(graph, 5);
      graph.createTag("first", new ReadTarget.AtCommit(commits.getFirst().id()), null, null);
      graph.createBranch("survey", "main");
      graph.maintenance().optimize();
      CleanupReport preview = graph.maintenance().previewCleanup(KEEP_ONE);
      long before = bytes();

      CleanupReport report = graph.maintenance().cleanup(KEEP_ONE);

      assertThat(report).isEqualTo(preview);
      assertThat(report.versions()).isEqualTo(3);
      assertThat(before - tableBytesNow(before)).isEqualTo(report.bytes());
      assertThat(ages(graph.snapshot(ReadTarget.main()))).hasSize(5);
      assertThat(ages(graph.snapshot(new ReadTarget.Branch("survey")))).hasSize(5);
      assertThat(ages(graph.snapshot(new ReadTarget.Tag("first")))).hasSize(1);
      assertThatThrownBy(() -> graph.snapshot(new ReadTarget.AtCommit(commits.get(2).id())))
          .isInstanceOf(NoSuchTargetException.class)
          .hasMessageContaining("no longer retained");
      assertThat(graph.history("main")).hasSize(7);
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      assertThat(graph.maintenance().cleanup(KEEP_ONE).versions()).isZero();
      graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "n1", "age", 3L)));
      assertThat(graph.merge(new MergeRequest("survey", "main", Grain.ROW, null, null)))
          .isInstanceOf(MergeOutcome.AlreadyUpToDate.class);
    }
  }

  @Test
  void aSnapshotThatSomebodyHoldsIsKept() {
    try (Graph graph = create()) {
      List<Commit> commits = writes(graph, 3);
      Snapshot held = graph.snapshot(new ReadTarget.AtCommit(commits.getFirst().id()));
      graph.maintenance().optimize();

      graph.maintenance().cleanup(KEEP_ONE);

      assertThat(ages(held)).hasSize(1);
      assertThat(ages(graph.snapshot(new ReadTarget.AtCommit(commits.getFirst().id())))).hasSize(1);
    }
  }

  @Test
  void whatACrashHasLeftGoesAfterTheGracePeriod() {
    create().close();
    try (Graph graph = Graphs.open(root(), TestFaults.at(GraphFaults.WRITE_FLUSHED))) {
      assertThatThrownBy(
              () -> graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "lost"))))
          .isInstanceOf(InjectedFault.class);
    }
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(graph.maintenance().cleanup(KEEP_ONE).bytes()).isZero();
      assertThat(graph.maintenance().cleanup(new CleanupRequest(1, null, Duration.ZERO)).bytes())
          .isPositive();
      assertThat(graph.maintenance().stats(new ReadTarget.Branch("main")).tables())
          .isNotEmpty()
          .allMatch(table -> table.storedBytes() == 0);
    }
  }

  @ParameterizedTest
  @FieldSource("CLEANUP")
  void aCleanupThatDiedIsFinishedByTheNext(String point) {
    try (Graph graph = create()) {
      writes(graph, 4);
      graph.maintenance().optimize();
    }
    try (Graph graph = Graphs.open(root(), TestFaults.at(point))) {
      assertThatThrownBy(() -> graph.maintenance().cleanup(KEEP_ONE))
          .isInstanceOf(InjectedFault.class);
    }
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      graph.maintenance().cleanup(new CleanupRequest(1, null, Duration.ZERO));

      var person = graph.maintenance().stats(new ReadTarget.Branch("main")).tables().get(2);
      assertThat(ages(graph.snapshot(ReadTarget.main()))).hasSize(4);
      assertThat(person.fragments()).isEqualTo(1);
      assertThat(graph.maintenance().previewCleanup(KEEP_ONE).bytes()).isZero();
    }
  }

  @ParameterizedTest
  @FieldSource("OPTIMIZE")
  void anOptimizeThatDiedChangesNothing(String point) {
    SortedMap<String, Long> before;
    try (Graph graph = create()) {
      writes(graph, 3);
      before = ages(graph.snapshot(ReadTarget.main()));
    }
    try (Graph graph = Graphs.open(root(), TestFaults.at(point))) {
      assertThatThrownBy(() -> graph.maintenance().optimize()).isInstanceOf(InjectedFault.class);
    }
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(ages(graph.snapshot(ReadTarget.main()))).isEqualTo(before);
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
    }
  }

  @Test
  void repairFindsADamagedHeadAndGoesBackWhenToldTo() throws IOException {
    List<Commit> commits;
    try (Graph graph = OldFormat.create(root(), TestSchemas.people())) {
      commits = writes(graph, 3);
    }
    Path newest = newestDataFile();
    Files.write(newest, new byte[] {1, 2, 3});

    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      RepairReport seen = graph.maintenance().repair(RepairMode.PREVIEW);
      RepairReport refused = graph.maintenance().repair(RepairMode.CONFIRM);

      assertThat(seen.findings()).hasSize(1);
      assertThat(seen.findings().getFirst().explanation())
          .contains("has 3 bytes instead of", newest.getFileName().toString());
      assertThat(seen.findings().getFirst().remedy()).contains(commits.get(1).id());
      assertThat(refused.refused()).isEqualTo(1);
    }
    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      RepairReport forced = graph.maintenance().repair(RepairMode.FORCE);

      assertThat(forced.findings().getFirst().action()).isEqualTo("forced");
      assertThat(forced.manifestVersion()).isEqualTo(5);
      assertThat(ages(graph.snapshot(ReadTarget.main()))).hasSize(2);
      assertThat(graph.history("main").getFirst().actor()).isEqualTo("omnigraph:repair:force");
    }
  }

  @Test
  void aCopyTakenAfterAnAcknowledgedWriteIsComplete() throws Exception {
    Path copy = directory.resolve("copy.omni");
    SortedMap<String, Long> expected;
    try (Graph graph = create()) {
      writes(graph, 3);
      expected = ages(graph.snapshot(ReadTarget.main()));
      copy(Path.of(root()), copy);
    }
    try (Graph graph = Graphs.open(copy.toString(), FaultPoints.none())) {
      assertThat(ages(graph.snapshot(ReadTarget.main()))).isEqualTo(expected);
      assertThat(graph.history("main")).hasSize(4);
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      assertThat(graph.write(MUTATE, t -> t.upsertNode("Person", null, Map.of("name", "new"))))
          .isInstanceOf(WriteOutcome.Committed.class);
    }
  }

  private static List<Commit> writes(Graph graph, int count) {
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> person = Map.of("name", "n" + i, "age", (long) i);
      WriteOutcome<String> outcome = graph.write(MUTATE, t -> t.upsertNode("Person", null, person));
      commits.add(((WriteOutcome.Committed<String>) outcome).commit());
    }
    return commits;
  }

  private static SortedMap<String, Long> ages(Snapshot snapshot) {
    NodeTable people = snapshot.nodes("Person");
    Column.Longs ages = (Column.Longs) people.column("age");
    SortedMap<String, Long> found = new TreeMap<>();
    for (int row = 0; row < people.size(); row++) {
      if (people.isLive(row)) {
        found.put(people.id(row), ages.isNull(row) ? -1 : ages.get(row));
      }
    }
    return found;
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    Process copying = new ProcessBuilder("cp", "-r", from.toString(), to.toString()).start();
    assertThat(copying.waitFor()).isZero();
  }

  private Path newestDataFile() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root(), "tables"))) {
      return files
          .filter(file -> file.toString().endsWith(".lance") && Files.isRegularFile(file))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root(), "tables"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private long tableBytesNow(long before) throws IOException {
    long now = bytes();
    assertThat(now).isLessThan(before);
    return now;
  }

  private Graph create() {
    return Graphs.create(root(), TestSchemas.people(), Optional.empty(), FaultPoints.none());
  }

  private String root() {
    return directory.resolve("people.omni").toString();
  }
}
