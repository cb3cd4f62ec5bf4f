package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.store.TestFaults;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.commit.GraphFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphCrashTest {

  private static final WriteRequest LOAD = new WriteRequest("main", null, "load");

  static final List<String> CREATE = GraphFaults.CREATE;
  static final List<String> WRITE = GraphFaults.WRITE;

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("CREATE")
  void aCreationThatDiedCanBeDiscardedAndDoneAnew(String point) {
    assertThatThrownBy(() -> create(TestFaults.at(point))).isInstanceOf(InjectedFault.class);

    if (point.equals(GraphFaults.CREATE_REF_WRITTEN)) {
      assertThat(Graphs.inspect(root()))
          .isEqualTo(new GraphRoot.Open(TestSchemas.people().digest(), 1));
      assertThat(Graphs.discardPartial(root())).isFalse();
      Graphs.open(root(), FaultPoints.none()).close();
      return;
    }
    assertThat(Graphs.inspect(root())).isEqualTo(new GraphRoot.Partial());
    assertThatThrownBy(() -> create(FaultPoints.none()))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("already initialized");
    assertThat(Graphs.discardPartial(root())).isTrue();
    assertThat(Graphs.inspect(root())).isEqualTo(new GraphRoot.Absent());
    create(FaultPoints.none()).close();
  }

  @ParameterizedTest
  @FieldSource("WRITE")
  void aWriteThatDiedIsThereWholeOrNotAtAll(String point) {
    try (Graph graph = create(FaultPoints.none())) {
      graph.write(LOAD, t -> people(t, "ada", "bob"));
    }
    try (Graph graph = Graphs.open(root(), TestFaults.at(point))) {
      assertThatThrownBy(() -> graph.write(LOAD, t -> people(t, "bob", "cleo")))
          .isInstanceOf(InjectedFault.class);
    }

    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      Snapshot after = graph.snapshot(ReadTarget.main());
      boolean isNew = point.equals(GraphFaults.WRITE_REF_SWAPPED);
      assertThat(after.nodes("Person").liveCount()).isEqualTo(isNew ? 3 : 2);
      assertThat(after.edges("Knows").liveCount()).isEqualTo(isNew ? 2 : 1);
      assertThat(graph.history("main")).hasSize(isNew ? 3 : 2);

      assertThat(graph.write(LOAD, t -> people(t, "cleo", "dan")))
          .isInstanceOf(WriteOutcome.Committed.class);
      assertThat(graph.snapshot(ReadTarget.main()).nodes("Person").liveCount()).isEqualTo(4);
    }
  }

  @Test
  void nothingIsCreatedOverAGraphOrOtherFiles() throws java.io.IOException {
    create(FaultPoints.none()).close();
    Path other = java.nio.file.Files.createDirectory(directory.resolve("other"));
    java.nio.file.Files.writeString(other.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> create(FaultPoints.none()))
        .isInstanceOfSatisfying(
            GraphException.class,
            e -> assertThat(e.reason()).isEqualTo(GraphException.Reason.EXISTS))
        .hasMessageContaining("already initialized");
    assertThatThrownBy(() ->
            Graphs.create(
                other.toString(), TestSchemas.people(), Optional.empty(), FaultPoints.none()))
        .hasMessageContaining("already initialized");
    assertThat(Graphs.inspect(other.toString())).isInstanceOf(GraphRoot.Unreadable.class);
    assertThat(Graphs.discardPartial(other.toString())).isFalse();
    assertThat(other.resolve("notes.txt")).exists();
  }

  @Test
  void aChangedSchemaFileIsNoticed() throws java.io.IOException {
    create(FaultPoints.none()).close();
    Path schema = Path.of(root(), "schemas", TestSchemas.people().digest().hex() + ".pg");
    java.nio.file.Files.writeString(schema, "node Other { name: String }");

    assertThatThrownBy(() -> Graphs.open(root(), FaultPoints.none()))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("schema evolution is locked down in phase 1");
  }

  @Test
  void aMissingRootIsNotFoundAndNotMade() {
    assertThatThrownBy(() -> Graphs.open(root(), FaultPoints.none()))
        .isInstanceOfSatisfying(
            GraphException.class,
            e -> assertThat(e.reason()).isEqualTo(GraphException.Reason.MISSING))
        .hasMessageContaining("not found");
    assertThat(Path.of(root())).doesNotExist();
  }

  private Graph create(FaultPoints faults) {
    return Graphs.create(root(), TestSchemas.people(), Optional.of("ada"), faults);
  }

  private String root() {
    return directory.resolve("people.omni").toString();
  }

  private static String people(Transaction t, String first, String second) {
    t.upsertNode("Person", null, Map.of("name", first));
    t.upsertNode("Person", null, Map.of("name", second));
    return t.upsertEdge("Knows", null, first, second, Map.of());
  }
}
