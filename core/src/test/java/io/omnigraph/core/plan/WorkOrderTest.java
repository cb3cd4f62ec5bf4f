package io.omnigraph.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.kind.Change;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The order of execution: docs/reference/cluster.md §14.2. */
class WorkOrderTest {

  private static final Kinds KINDS = SampleKinds.kindsAnd(new FencedKind());

  @Test
  void creationsRunBeforeSchemaUpdatesAndBothBeforeTheCatalog() {
    WorkOrder work =
        work(
            "graph.z schema.z>graph.z graph.b schema.b>graph.b graph.a=2 schema.a=2>graph.a"
                + " query.a.q>graph.a,schema.a policy.p fenced.f",
            "graph.a schema.a>graph.a fenced.f=0 fenced.e");

    assertThat(addresses(work.writes()))
        .containsExactly("graph.b", "graph.z", "schema.a", "fenced.f", "policy.p", "query.a.q");
  }

  @Test
  void deletionsRunBackwards() {
    WorkOrder work =
        work(
            "",
            "graph.b schema.b>graph.b graph.a schema.a>graph.a query.a.q>graph.a policy.p"
                + " fenced.f pipeline.x");

    assertThat(addresses(work.deletions()))
        .containsExactly(
            "query.a.q", "fenced.f", "schema.a", "schema.b", "policy.p", "graph.a", "graph.b");
  }

  /** States, and the order that follows from their dependencies. */
  record Case(String name, String desired, String recorded, List<String> order) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> WRITES =
      List.of(
          new Case(
              "within a fenced kind",
              "fenced.a>fenced.z fenced.z>fenced.m fenced.m",
              "",
              List.of("fenced.m", "fenced.z", "fenced.a")),
          new Case(
              "within a recorded kind",
              "policy.a>policy.z policy.z",
              "policy.z=0",
              List.of("policy.z", "policy.a")),
          new Case(
              "a fenced one before the recorded one that depends on it",
              "policy.a>fenced.f fenced.f",
              "",
              List.of("fenced.f", "policy.a")),
          new Case(
              "a recorded one before the fenced one that depends on it",
              "fenced.f>policy.z policy.z fenced.g",
              "",
              List.of("fenced.g", "policy.z", "fenced.f")),
          new Case(
              "a kind that usually comes later",
              "graph.g schema.g>graph.g,fenced.f fenced.f",
              "",
              List.of("fenced.f", "graph.g")),
          new Case(
              "by way of something that changes without being executed",
              "graph.g=1 schema.g=1 policy.p>graph.g query.g.q>policy.p",
              "graph.g=0 schema.g=0",
              List.of("schema.g", "policy.p", "query.g.q")));

  @ParameterizedTest
  @FieldSource("WRITES")
  void writesFollowWhatTheyDependOn(Case it) {
    assertThat(addresses(work(it.desired(), it.recorded()).writes())).isEqualTo(it.order());
  }

  static final List<Case> DELETIONS =
      List.of(
          new Case(
              "within a kind",
              "",
              "fenced.a fenced.m>fenced.a fenced.z>fenced.m",
              List.of("fenced.z", "fenced.m", "fenced.a")),
          new Case(
              "a recorded one before the fenced one that it depends on",
              "",
              "fenced.f policy.a>fenced.f",
              List.of("policy.a", "fenced.f")),
          new Case(
              "a fenced one before the recorded one that it depends on",
              "",
              "fenced.f>policy.a policy.a",
              List.of("fenced.f", "policy.a")),
          new Case(
              "a circle in a ledger is broken somewhere",
              "",
              "policy.a>policy.b policy.b>policy.a",
              List.of("policy.a", "policy.b")));

  @ParameterizedTest
  @FieldSource("DELETIONS")
  void deletionsFollowWhatIsRecordedToDependOnThem(Case it) {
    assertThat(addresses(work(it.desired(), it.recorded()).deletions())).isEqualTo(it.order());
  }

  @Test
  void nothingIsDeletedThatSomethingHeldBackStillDependsOn() {
    Plan plan =
        new Planner(SampleKinds.kindsAnd(new GatedKind()))
            .plan(
                States.desired(""),
                States.recorded("policy.base gated.g>policy.base policy.other"),
                States.approvals("", ""),
                Set.of());

    assertThat(plan.changes())
        .extracting(it ->
            it.address() + " " + it.disposition() + " " + it.because().map(Reason::word).orElse(""))
        .containsExactly(
            "gated.g BLOCKED approval_required",
            "policy.base BLOCKED dependency_not_applied",
            "policy.other APPLIED ");
  }

  @Test
  void whatIsHeldBackIsNoWork() {
    Plan plan =
        new Planner(KINDS)
            .plan(
                States.desired("graph.g policy.p>graph.g"),
                States.recorded("graph.old"),
                States.approvals("", ""),
                States.addresses("graph.g"));

    assertThat(order(plan)).isEqualTo(new WorkOrder(List.of(), List.of()));
  }

  private static WorkOrder work(String desired, String recorded) {
    Plan plan =
        new Planner(KINDS)
            .plan(
                States.desired(desired),
                States.recorded(recorded),
                States.approvals("graph.a graph.b", ""),
                Set.of());
    return order(plan);
  }

  private static WorkOrder order(Plan plan) {
    return WorkOrder.of(
        plan.changes(),
        new ChangeDependencies(plan.changes().stream().map(PlannedChange::change).toList(), KINDS),
        KINDS);
  }

  private static List<String> addresses(List<Change> changes) {
    return changes.stream().map(change -> change.address().toString()).toList();
  }
}
