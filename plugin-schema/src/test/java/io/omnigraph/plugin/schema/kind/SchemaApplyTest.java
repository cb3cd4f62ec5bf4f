package io.omnigraph.plugin.schema.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Difference;
import io.omnigraph.api.kind.FencedOperation.Preparation;
import io.omnigraph.api.kind.FencedOperation.Result;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.api.kind.Survivor;
import io.omnigraph.graph.live.InMemoryGraphs;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.schema.Compiled;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaApplyTest {

  private static final String URI = InMemoryCluster.ROOT + "/graphs/harbor.omni";
  private static final Address SCHEMA = new Address("schema", "harbor");
  private static final Address GRAPH = new Address("graph", "harbor");
  private static final String OLD = "node V {}";
  private static final String NEW = "node V { a: I32? }";

  private final InMemoryCluster cluster = new InMemoryCluster();
  private final InMemoryGraphs graphs = new InMemoryGraphs();
  private final SchemaApply apply = new SchemaApply(() -> Optional.of(graphs));

  @Test
  void theIntentSaysWhatIsAboutToHappen() {
    graphs.add(URI, OLD);

    ObjectNode intent = ready(update(NEW));

    assertThat(intent)
        .hasToString(
            "{\"graph_id\":\"harbor\",\"graph_uri\":\"%s\",\"observed_manifest_version\":6,"
                    .formatted(URI)
                + "\"expected_manifest_version\":null,\"desired_schema_digest\":\"%s\"}"
                    .formatted(Digest.of(NEW)));
    assertThat(intent.fieldNames()).toIterable().isEqualTo(apply.intentFields());
    assertThat(apply.subject(intent)).isEqualTo(SCHEMA);
  }

  @Test
  void migratesWithSoftDropsAndTheActor() {
    var graph = graphs.add(URI, OLD);
    Change change = update(NEW);

    Result result = apply.execute(change, ready(change), cluster);

    assertThat(graph.accepted().source()).isEqualTo(NEW);
    assertThat(graph.applied()).containsExactly("soft by kei");
    assertThat(result).isInstanceOf(Result.Done.class);
    assertThat(((Result.Done) result).intent().path("expected_manifest_version").asLong())
        .isEqualTo(7);
  }

  @Test
  void aCommentAloneStillReachesTheGraph() {
    var graph = graphs.add(URI, OLD);
    Change change = update(OLD + " // now with a comment");

    Result result = apply.execute(change, ready(change), cluster);

    assertThat(result).isInstanceOf(Result.Done.class);
    assertThat(graph.accepted().source()).endsWith("// now with a comment");
  }

  @Test
  void anUnsupportedMigrationIsRefusedBeforeAnythingMoves() {
    graphs.add(URI, OLD);

    assertThat(refusal(update("node V { a: I32 }")))
        .isEqualTo(
            Diagnostic.error(
                "schema_apply_failed",
                "schema.harbor",
                "[OG-MF-103] adding required property 'V.a' requires a backfill;"
                    + " make it nullable, or give existing rows a value with @default"));
  }

  @Test
  void aBranchThatCannotBeCarriedOverStandsAgainstIt() {
    var graph = graphs.add(URI, OLD);
    graph.branch("feature");
    graph.stuckBranch("old");

    assertThat(refusal(update(NEW)).message())
        .isEqualTo(
            "[OG-NL-101] branch 'old' cannot be carried over: [OG-MF-107] 2 rows break it;"
                + " mend, merge or delete the branch first");
  }

  @Test
  void aMissingGraphIsRefused() {
    assertThat(refusal(update(NEW)).message()).isEqualTo("nothing is at `" + URI + "`: not found");
  }

  @Test
  void aGraphThatMovedSinceIsLookedAtAgain() {
    var graph = graphs.add(URI, OLD);
    Change change = update(NEW);
    ObjectNode intent = ready(change);
    graph.stuckBranch("feature");

    assertThat(apply.execute(change, intent, cluster)).isInstanceOf(Result.Refused.class);
    assertThat(graph.accepted().source()).isEqualTo(OLD);
  }

  @Test
  void aMigrationThatBreaksOffIsLeftToBeClassified() {
    var graph = graphs.add(URI, OLD);
    Change change = update(NEW);
    ObjectNode intent = ready(change);
    graph.breakOff();

    assertThat(apply.execute(change, intent, cluster)).isInstanceOf(Result.Failed.class);
  }

  @Test
  void whatIsRecordedNeedsNoRecovery() {
    graphs.add(URI, OLD);
    cluster.recorded.put(SCHEMA, recorded(OLD));

    assertThat(apply.classify(ready(update(NEW)), cluster))
        .isEqualTo(new Survivor.Retire(List.of()));
  }

  @Test
  void whatWasCompletedIsRolledForward() {
    graphs.add(URI, NEW);
    cluster.recorded.put(SCHEMA, recorded(OLD));

    assertThat(apply.classify(ready(update(NEW)), cluster))
        .isEqualTo(
            new Survivor.RollForward(
                new TreeMap<>(Map.of(SCHEMA, new Found.Content(recorded(NEW))))));
  }

  @Test
  void whatIsNeitherWaitsForAPerson() {
    var graph = graphs.add(URI, OLD);
    ObjectNode intent = ready(update(NEW));
    graph.apply(Compiled.schema("node W {}"), DropMode.SOFT, Optional.empty());

    Survivor.Pending pending = (Survivor.Pending) apply.classify(intent, cluster);

    assertThat(pending.diagnostic().code()).isEqualTo("cluster_recovery_pending");
    assertThat(pending.diagnostic().path()).isEqualTo("graph.harbor");
    assertThat(pending.affected()).containsExactly(GRAPH, SCHEMA);
    assertThat(pending.status()).isNotNull();
    assertThat(pending.status().conditions()).containsExactly("actual_applied_state_pending");
  }

  @Test
  void anEngineWithARecoveryOfItsOwnIsLetDoIt() {
    graphs.add(URI, NEW);
    ObjectNode intent = ready(update(NEW));
    graphs.needRecovery();

    assertThat(apply.classify(intent, cluster)).isInstanceOf(Survivor.Unfinished.class);
    assertThat(apply.settle(intent, cluster)).isInstanceOf(Survivor.RollForward.class);
  }

  @Test
  void aGraphThatDoesNotOpenIsPendingWithoutANewStatus() {
    var graph = graphs.add(URI, OLD);
    ObjectNode intent = ready(update(NEW));
    graph.damage();

    Survivor.Settled settled = apply.settle(intent, cluster);

    assertThat(apply.classify(intent, cluster)).isEqualTo(new Survivor.Unfinished(settled));
    Survivor.Pending pending = (Survivor.Pending) settled;
    assertThat(pending.status()).isNull();
    assertThat(pending.diagnostic().isError()).isFalse();
  }

  @Test
  void aGraphThatIsGoneNeedsNoRecovery() {
    graphs.add(URI, OLD);
    ObjectNode intent = ready(update(NEW));
    InMemoryGraphs none = new InMemoryGraphs();

    assertThat(new SchemaApply(() -> Optional.of(none)).classify(intent, cluster))
        .isEqualTo(new Survivor.Retire(List.of()));
  }

  private static Recorded recorded(String source) {
    return GraphIntent.recordedSchema(GRAPH, Digest.of(source));
  }

  private ObjectNode ready(Change change) {
    return ((Preparation.Ready) apply.prepare(change, cluster)).intent();
  }

  private Diagnostic refusal(Change change) {
    return ((Preparation.Refused) apply.prepare(change, cluster)).reason();
  }

  private static Change update(String desired) {
    Declared declared =
        Declared.file(SCHEMA, new SourceFile(Path.of("harbor.pg"), desired))
            .withModel(Compiled.schema(desired));
    return new Change.Update(declared, recorded("before"), Difference.CONTENT);
  }
}
