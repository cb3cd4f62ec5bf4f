package io.omnigraph.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.samplekinds.SampleGraph;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Differences, gates and stale approvals: docs/reference/cluster.md §9, §13.1, §13.2 and §13.5. */
class PlannerTest {

  private static final Planner PLANNER = new Planner(SampleKinds.kinds());

  /** The gates without an approval that random plans had. */
  private static long lacking;

  record Diff(String of, String desired, String recorded, List<String> changes) {

    Diff(String of, String desired, String recorded, String... changes) {
      this(of, desired, recorded, List.of(changes));
    }

    @Override
    public String toString() {
      return of;
    }
  }

  static final List<Diff> DIFFS =
      List.of(
          new Diff("nothing", "", ""),
          new Diff("equal states", "graph.g policy.p>graph.g", "graph.g policy.p>graph.g"),
          new Diff("declared only", "graph.g", "", "create graph.g"),
          new Diff("recorded only", "", "graph.g", "delete graph.g"),
          new Diff("other content", "graph.g=2", "graph.g=1", "update graph.g CONTENT"),
          new Diff(
              "other bindings",
              "policy.p>graph.g,graph.h",
              "policy.p>graph.g",
              "update policy.p ATTRIBUTES"),
          new Diff(
              "other content and bindings",
              "policy.p=2>graph.g",
              "policy.p=1",
              "update policy.p CONTENT"),
          new Diff(
              "equal graph, other schema, stale policy",
              "graph.harbor schema.harbor=2 policy.ops",
              "graph.harbor schema.harbor=1 policy.old",
              "delete policy.old",
              "create policy.ops",
              "update schema.harbor CONTENT"));

  @AfterAll
  static void approvalsWereLacking() {
    assertThat(lacking).isGreaterThan(10);
  }

  @ParameterizedTest
  @FieldSource("DIFFS")
  void whatDiffersIsListedByAddress(Diff diff) {
    List<Change> changes =
        PLANNER.changes(States.desired(diff.desired()), States.recorded(diff.recorded()));

    assertThat(changes.stream().map(PlannerTest::written)).isEqualTo(diff.changes());
    assertThat(
            PLANNER.isConverged(States.desired(diff.desired()), States.recorded(diff.recorded())))
        .isEqualTo(diff.changes().isEmpty());
  }

  @Test
  void aPolicyRecordedWithoutBindingsIsBackfilled() {
    Ledger ledger = withoutAttributes(States.recorded("graph.g policy.p>graph.g"));

    List<Change> changes = PLANNER.changes(States.desired("graph.g policy.p>graph.g"), ledger);

    assertThat(changes.stream().map(PlannerTest::written))
        .containsExactly("update policy.p ATTRIBUTES");
  }

  @Test
  void theDeletionOfAGraphIsTheOneGateOfItsSubtree() {
    Plan plan =
        plan("", "graph.g schema.g>graph.g query.g.q>graph.g,schema.g", States.approvals("", ""));

    assertThat(plan.gates())
        .containsExactly(
            new Plan.Gate(plan.changes().getFirst().address(), SampleGraph.DELETE_REASON, false));
  }

  @Test
  void theDeletionOfASchemaAloneIsAGateOfItsOwn() {
    Plan plan = plan("graph.g=2", "graph.g schema.g>graph.g", States.approvals("schema.g", ""));

    assertThat(plan.gates())
        .extracting(gate -> gate.address().toString(), Plan.Gate::isSatisfied)
        .containsExactly(tuple("schema.g", true));
  }

  @Test
  void oneGraphsApprovalDoesNotCoverAnother() {
    Plan plan =
        plan("", "graph.g schema.g>graph.g graph.h query.h.q", States.approvals("graph.g", ""));

    assertThat(plan.changes().stream().filter(PlannedChange::isApplied))
        .extracting(planned -> planned.address().toString())
        .containsExactly("graph.g", "schema.g");
    assertThat(plan.gates()).extracting(Plan.Gate::isSatisfied).containsExactly(true, false);
  }

  @Test
  void aStaleApprovalIsReportedAndAuthorisesNothing() {
    Plan plan = plan("", "graph.g", States.approvals("", "graph.g graph.unchanged"));

    assertThat(plan.diagnostics())
        .containsExactly(
            Diagnostic.warning(
                "approval_stale",
                "graph.g",
                "the approval of `graph.g` was given for another state of the cluster; approve it"
                    + " again"));
    assertThat(plan.changes()).noneMatch(PlannedChange::isApplied);
  }

  @Test
  void oneRunMixesWhatIsHeldBackAndWhatGoesOn() {
    Plan plan =
        plan(
            "graph.g=2 schema.g>graph.g query.g.q=2>graph.g,schema.g policy.p>graph.g",
            "graph.g schema.g>graph.g query.g.q>graph.g,schema.g policy.p>graph.g,graph.old"
                + " graph.old schema.old>graph.old query.old.q>graph.old",
            States.approvals("", ""));

    assertThat(
            plan.changes().stream()
                .map(planned -> planned.address() + " " + planned.disposition().word()))
        .containsExactly(
            "graph.g derived",
            "graph.old blocked",
            "policy.p applied",
            "query.g.q applied",
            "query.old.q blocked",
            "schema.old blocked");
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aConvergedStateHasAnEmptyPlan(long seed) {
    String state = randomState(new Random(seed));

    assertThat(plan(state, state, States.approvals("", ""))).isEqualTo(Plan.none());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPlanIsOrderedByAddressAndTheSameEachTime(long seed) {
    Random random = new Random(seed);
    String desired = randomState(random);
    String recorded = randomState(random);

    Plan plan = plan(desired, recorded, States.approvals("graph.a", ""));

    assertThat(plan.changes())
        .isSortedAccordingTo(Comparator.comparing(planned -> planned.address().toString()))
        .doesNotHaveDuplicates();
    assertThat(plan(desired, recorded, States.approvals("graph.a", ""))).isEqualTo(plan);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsAppliedNeverLacksItsApproval(long seed) {
    Random random = new Random(seed);

    Plan plan = plan(randomState(random), randomState(random), States.approvals("graph.a", ""));

    lacking += plan.gates().stream().filter(gate -> !gate.isSatisfied()).count();
    assertThat(plan.gates())
        .filteredOn(gate -> !gate.isSatisfied())
        .allSatisfy(gate ->
            assertThat(plan.changes())
                .filteredOn(planned -> planned.address().equals(gate.address()))
                .noneMatch(PlannedChange::isApplied));
  }

  private static Plan plan(String desired, String recorded, Approvals approvals) {
    return PLANNER.plan(States.desired(desired), States.recorded(recorded), approvals, Set.of());
  }

  /** A subset of a few graphs with their parts, with one of two contents each. */
  private static String randomState(Random random) {
    StringBuilder state = new StringBuilder();
    for (String graph : List.of("a", "b", "c")) {
      String parts =
          "graph.%1$s schema.%1$s query.%1$s.one query.%1$s.two policy.%1$s".formatted(graph);
      for (String part : parts.split(" ", -1)) {
        if (random.nextInt(4) > 0) {
          state.append(part).append('=').append(random.nextInt(2)).append(' ');
        }
      }
    }
    return state.toString();
  }

  private static String written(Change change) {
    String operation = change.operation().word() + " " + change.address();
    return change instanceof Change.Update(_, _, var difference)
        ? operation + " " + difference
        : operation;
  }

  private static Ledger withoutAttributes(Ledger ledger) {
    var resources = new TreeMap<>(ledger.resources());
    resources.replaceAll((_, it) -> new Recorded(it.digest(), new TreeMap<>(), it.dependsOn()));
    return new Ledger(
        ledger.revision(),
        ledger.configDigest(),
        resources,
        ledger.statuses(),
        ledger.approvals(),
        ledger.recoveries(),
        ledger.observations());
  }
}
