package io.omnigraph.plugin.graph.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.FencedOperation.Preparation;
import io.omnigraph.api.kind.FencedOperation.Result;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Observation.Finding;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphOperationsTest {

  private static final Address HARBOR = new Address("graph", "harbor");
  private static final Address SCHEMA = new Address("schema", "harbor");
  private static final String SOURCE = "node Vessel {\n  imo: String @key\n}\n";
  private static final Found SOURCE_FOUND =
      new Found.Content(
          new Recorded(Digest.of(SOURCE), new TreeMap<>(), new TreeSet<>(List.of(HARBOR))));
  private static final String OTHER = "node Tug { name: String @key }\n";
  private static final Change CREATE = new Change.Create(Declared.composite(HARBOR));
  private static final Change DELETE =
      new Change.Delete(
          HARBOR, new Recorded(Digest.of("composite"), new TreeMap<>(), new TreeSet<>()));

  static final List<String> CRASHES =
      GraphFaults.CREATE.stream()
          .filter(point -> !point.equals(GraphFaults.CREATE_REF_WRITTEN))
          .toList();

  @TempDir Path directory;

  private final FencedOperation creation = new GraphCreation();
  private final FencedOperation deletion = new GraphDeletion();
  private FakeCluster cluster;
  private Path root;

  @BeforeEach
  void declare() {
    cluster = new FakeCluster(directory).declaring("harbor", SOURCE);
    root = directory.resolve("graphs/harbor.omni");
  }

  @Test
  void aCreationSaysWhatItWillDoAndThenWhatItDid() {
    ObjectNode intent = intent(creation, CREATE);
    Result result = creation.execute(CREATE, intent, cluster);

    assertThat(intent.toString())
        .isEqualTo(
            "{\"graph_id\":\"harbor\",\"graph_uri\":\"%s\",\"observed_manifest_version\":null,\"expected_manifest_version\":null,\"desired_schema_digest\":\"%s\"}"
                .formatted(root, Digest.of(SOURCE)));
    assertThat(intent.propertyStream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(creation.intentFields());
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Done.class,
            done ->
                assertThat(done.intent().path("expected_manifest_version").longValue()).isOne());
    try (Graph graph = Graphs.open(root.toString(), FaultPoints.none())) {
      assertThat(graph.history("main")).extracting(Commit::actor).containsExactly("kei");
    }
  }

  @Test
  void aCreationOverForeignFilesFailsAndLeavesThem() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("_schema.pg"), "foreign");
    ObjectNode intent = intent(creation, CREATE);

    Result result = creation.execute(CREATE, intent, cluster);

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .extracting(Diagnostic::code, Diagnostic::path)
                    .containsExactly("graph_create_failed", "graph.harbor"));
    assertThat(creation.classify(intent, cluster))
        .isInstanceOfSatisfying(
            Survivor.Pending.class,
            pending -> {
              assertThat(pending.diagnostic().code()).isEqualTo("graph_create_incomplete");
              assertThat(pending.diagnostic().isError()).isTrue();
              assertThat(pending.affected()).containsExactly(HARBOR, SCHEMA);
              assertThat(pending.status())
                  .extracting(ResourceStatus::state)
                  .isEqualTo(ResourceStatus.State.ERROR);
            });
    assertThat(root.resolve("_schema.pg")).hasContent("foreign");
  }

  @Test
  void nothingAtTheRootRetiresACreation() {
    assertThat(creation.classify(intent(creation, CREATE), cluster))
        .isEqualTo(new Survivor.Retire(List.of()));
  }

  @Test
  void aRecordedCreationIsRetired() {
    ObjectNode intent = intent(creation, CREATE);
    creation.execute(CREATE, intent, cluster);
    cluster.recording(SCHEMA, Digest.of(SOURCE));

    assertThat(creation.classify(intent, cluster)).isEqualTo(new Survivor.Retire(List.of()));
  }

  @Test
  void aCompletedCreationIsRolledForward() {
    ObjectNode intent = intent(creation, CREATE);
    creation.execute(CREATE, intent, cluster);

    assertThat(creation.classify(intent, cluster))
        .isEqualTo(
            new Survivor.RollForward(
                new TreeMap<>(Map.of(HARBOR, Found.Composite.plain(), SCHEMA, SOURCE_FOUND))));
  }

  @Test
  void aForeignGraphIsLeftToAPerson() {
    ObjectNode intent = intent(creation, CREATE);
    createLive(OTHER);

    assertThat(creation.classify(intent, cluster))
        .isInstanceOfSatisfying(
            Survivor.Pending.class,
            pending -> {
              assertThat(pending.diagnostic().code()).isEqualTo("cluster_recovery_pending");
              assertThat(pending.diagnostic().isError()).isFalse();
              assertThat(pending.status())
                  .extracting(ResourceStatus::state, ResourceStatus::conditions)
                  .containsExactly(
                      ResourceStatus.State.DRIFTED, List.of("actual_applied_state_pending"));
            });
  }

  @ParameterizedTest
  @FieldSource("CRASHES")
  void aCreationThatDiedHalfWayIsDoneAgain(String point) {
    ObjectNode intent = intent(creation, CREATE);
    cluster.failingAt(point);
    assertThatThrownBy(() -> creation.execute(CREATE, intent, cluster))
        .isInstanceOf(InjectedFault.class);
    cluster.failingAt("nowhere");

    Survivor survivor = creation.classify(intent, cluster);

    Survivor.Settled expected =
        new Survivor.Retire(
            List.of(
                Diagnostic.warning(
                    "graph_create_incomplete",
                    "graph.harbor",
                    "removed what an interrupted creation of the graph left at " + root)));
    assertThat(survivor).isEqualTo(new Survivor.Unfinished(expected));
    assertThat(creation.settle(intent, cluster)).isEqualTo(expected);
    assertThat(root).doesNotExist();
    assertThat(creation.execute(CREATE, intent(creation, CREATE), cluster))
        .isInstanceOf(Result.Done.class);
  }

  @Test
  void aDeletionRemovesTheRootAndIsRolledForwardIfNotRecorded() {
    createLive(SOURCE);
    ObjectNode intent = intent(deletion, DELETE);
    cluster.recording(HARBOR, Digest.of("composite"));

    Survivor before = deletion.classify(intent, cluster);
    Result result = deletion.execute(DELETE, intent, cluster);

    assertThat(intent.path("observed_manifest_version").longValue()).isOne();
    assertThat(intent.path("desired_schema_digest").textValue()).isEmpty();
    assertThat(before)
        .isInstanceOfSatisfying(
            Survivor.Retire.class,
            retire ->
                assertThat(retire.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("graph_delete_incomplete"));
    assertThat(result).isInstanceOf(Result.Done.class);
    assertThat(root).doesNotExist();
    assertThat(deletion.classify(intent, cluster)).isEqualTo(new Survivor.RollForwardDelete());
  }

  @Test
  void aRecordedDeletionIsRetired() {
    assertThat(deletion.classify(intent(deletion, DELETE), cluster))
        .isEqualTo(new Survivor.Retire(List.of()));
  }

  @Test
  void aMissingGraphIsObserved() {
    Observation observation = GraphObservation.of("harbor", cluster);

    assertThat(observation.record().toString())
        .isEqualTo(
            "{\"kind\":\"graph\",\"address\":\"graph.harbor\",\"graph_uri\":\"%s\",\"observed_at\":\"2026-06-11T09:22:00Z\",\"exists\":false,\"manifest_version\":null,\"schema_digest\":null,\"desired_schema_digest\":\"%s\",\"schema_matches_desired\":false,\"error\":\"graph root is missing\"}"
                .formatted(root, Digest.of(SOURCE)));
    assertThat(observation.findings())
        .containsExactly(
            new Finding.Missing(HARBOR, "graph_missing", "graph root is missing"),
            new Finding.Missing(SCHEMA, "graph_missing", "graph root is missing"));
  }

  @Test
  void aGraphAsDeclaredIsObserved() {
    createLive(SOURCE);

    Observation observation = GraphObservation.of("harbor", cluster);

    assertThat(observation.record().path("manifest_version").longValue()).isOne();
    assertThat(observation.record().path("schema_matches_desired").booleanValue()).isTrue();
    assertThat(observation.findings())
        .containsExactly(
            new Finding.AsDeclared(HARBOR, Found.Composite.plain()),
            new Finding.AsDeclared(SCHEMA, SOURCE_FOUND));
  }

  @Test
  void aGraphWithAnotherSchemaHasDrifted() {
    createLive(OTHER);

    assertThat(GraphObservation.of("harbor", cluster).findings())
        .allSatisfy(finding ->
            assertThat(finding)
                .isInstanceOfSatisfying(
                    Finding.Drifted.class,
                    drifted -> assertThat(drifted.condition()).isEqualTo("schema_mismatch")));
  }

  @Test
  void anEmptyDirectoryIsNotAGraph() throws IOException {
    Files.createDirectories(root);

    Observation observation = GraphObservation.of("harbor", cluster);

    assertThat(observation.record().path("exists").booleanValue()).isTrue();
    assertThat(observation.record().path("schema_matches_desired").isNull()).isTrue();
    assertThat(observation.findings())
        .allSatisfy(finding ->
            assertThat(finding)
                .isInstanceOfSatisfying(
                    Finding.Unreadable.class,
                    unreadable ->
                        assertThat(unreadable.condition()).isEqualTo("graph_observation_error")));
  }

  private ObjectNode intent(FencedOperation operation, Change change) {
    return operation.prepare(change, cluster) instanceof Preparation.Ready(var intent)
        ? intent
        : fail("refused");
  }

  private void createLive(String source) {
    Graphs.create(root.toString(), FakeCluster.schema(source), Optional.empty(), FaultPoints.none())
        .close();
  }
}
