package io.omnigraph.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.live.LiveSchema.Destroyed;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.SchemaPlan.BranchPlan;
import io.omnigraph.store.TestFaults;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of other branches when the schema changes. */
class BranchCarryingTest {

  private static final String WIDER =
      Harbor.SCHEMA.replace("tons: I32?", "tons: I32?  flag: String?");
  private static final String REQUIRED = Harbor.SCHEMA.replace("name: String?", "name: String");

  @TempDir Path directory;
  private Harbor harbor;

  @BeforeEach
  void makeGraphWithABranch() {
    harbor = new Harbor(directory);
    harbor.branch("feature");
    harbor.write(
        "feature",
        t -> t.upsertNode("Ship", null, Map.of("imo", "4", "name", "Heron", "tons", 9L)));
  }

  @Test
  void everyBranchGetsTheStepsAsACommitOfItsOwn() {
    Outcome.Applied applied = (Outcome.Applied) harbor.apply(WIDER);

    assertThat(applied.plan().branches())
        .extracting(BranchPlan::name, BranchPlan::outcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("feature", "carried"));
    try (Graph graph = harbor.open()) {
      for (String branch : graph.branches()) {
        Commit commit = graph.history(branch).getFirst();
        assertThat(commit.operation()).isEqualTo("schema_apply");
        assertThat(commit.actor()).isEqualTo("andrew");
        assertThat(commit.branch()).isEqualTo(branch);
        assertThat(graph.snapshot(new ReadTarget.Branch(branch)).schema().source())
            .isEqualTo(WIDER);
      }
    }
    assertThat(harbor.values("feature", "Ship")).containsEntry("4.tons", 9L);
    assertThat(harbor.values("main", "Ship")).doesNotContainKey("4");
  }

  @Test
  void whatIsAddedIsTheSameColumnOnEveryBranch() {
    harbor.apply(WIDER + "node Berth { code: String @key }");

    harbor.write("main", t -> t.upsertNode("Berth", null, Map.of("code", "x")));
    harbor.write("feature", t -> t.upsertNode("Berth", null, Map.of("code", "y")));
    try (Graph graph = harbor.open()) {
      String ofMain = tableOf(graph, "main");
      assertThat(tableOf(graph, "feature")).isEqualTo(ofMain);
    }
  }

  private static String tableOf(Graph graph, String branch) {
    return graph.snapshot(new ReadTarget.Branch(branch)).tables().stream()
        .filter(table -> table.key().equals("node:Berth"))
        .map(table -> table.path().split("/", -1)[1])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRowsOfABranchMayStandAgainstWhatThoseOfMainAllow() {
    harbor.write("feature", t -> t.updateNode("Ship", "4", Map.of("name", Optional.empty())));

    Outcome outcome = harbor.apply(REQUIRED);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Conflict(
                "[OG-NL-101] branch 'feature' cannot be carried over: [OG-MF-104] changing property"
                    + " type of 'Ship.name' from String? to String is not possible because of 1"
                    + " stored row without a value: '4'; mend, merge or delete the branch first"));
    try (Graph graph = harbor.open()) {
      for (String branch : graph.branches()) {
        assertThat(graph.snapshot(new ReadTarget.Branch(branch)).schema().source())
            .isEqualTo(Harbor.SCHEMA);
      }
    }
  }

  @Test
  void aBranchThatWasLeftBehindIsCaughtUpWithByTheNextApply() {
    FaultPoints faults = TestFaults.at(GraphFaults.SCHEMA_BRANCH_CARRIED);
    assertThatThrownBy(() -> harbor.apply(WIDER, DropMode.SOFT, faults))
        .isInstanceOf(InjectedFault.class);
    assertThat(harbor.plan(WIDER).branches())
        .first()
        .extracting(BranchPlan::outcome)
        .isEqualTo("unchanged");
    assertThat(harbor.plan(WIDER).migration().steps()).isNotEmpty();

    assertThat(harbor.apply(WIDER)).isInstanceOf(Outcome.Applied.class);

    assertThat(harbor.plan(WIDER).migration().steps()).isEmpty();
    try (Graph graph = harbor.open()) {
      assertThat(graph.history("feature")).hasSize(4);
    }
  }

  @Test
  void aBranchThatIsMadeMeanwhileGetsTheSchemaToo() {
    boolean[] isMade = {false};

    harbor.apply(
        WIDER,
        DropMode.SOFT,
        point -> {
          if (point.equals(GraphFaults.SCHEMA_BRANCH_CARRIED) && !isMade[0]) {
            isMade[0] = true;
            harbor.branch("late");
          }
        });

    try (Graph graph = harbor.open()) {
      assertThat(graph.snapshot(new ReadTarget.Branch("late")).schema().source()).isEqualTo(WIDER);
    }
  }

  @Test
  void whatIsWrittenMeanwhileIsNotLost() {
    boolean[] isWritten = {false};
    Consumer<String> write =
        point -> {
          if (point.equals(GraphFaults.SCHEMA_COMMIT_WRITTEN) && !isWritten[0]) {
            isWritten[0] = true;
            harbor.write("feature", t -> t.upsertNode("Port", null, Map.of("code", "C")));
            harbor.write("main", t -> t.upsertNode("Port", null, Map.of("code", "D")));
          }
        };

    assertThat(harbor.apply(WIDER, DropMode.SOFT, write::accept))
        .isInstanceOf(Outcome.Applied.class);

    assertThat(harbor.values("feature", "Port"))
        .containsOnlyKeys("A", "A.code", "B", "B.code", "C", "C.code");
    assertThat(harbor.values("main", "Port")).containsKey("D").doesNotContainKey("C");
  }

  @Test
  void aHardDropPutsTheValuesOfEveryBranchBeyondReach() throws IOException {
    String narrower = Harbor.SCHEMA.replace("tons: I32?", "");

    Outcome.Applied applied =
        (Outcome.Applied) harbor.apply(narrower, DropMode.HARD, FaultPoints.none());

    assertThat(applied.destroyed()).containsExactly(new Destroyed("node:Ship.tons", 1));
    assertThat(harbor.values("feature", "Ship")).containsEntry("4.name", "Heron");
    assertThat(harbor.values("main", "Ship")).containsEntry("1.name", "Kestrel");
    assertThat(harbor.dataFiles())
        .filteredOn(file -> file.toString().contains("/t1/") || file.toString().contains("/t2/"))
        .hasSizeLessThanOrEqualTo(3);
  }
}
