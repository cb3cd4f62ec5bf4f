package io.omnigraph.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.kind.Change;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of execution: specification section 14.2 and the operator's guide, section 2. */
class WorkOrderTest {

  private static final Kinds KINDS = SampleKinds.kindsAnd(new FencedKind());

  @Test
  void creationsRunBeforeSchemaUpdatesAndBothBeforeTheCatalog() {
    WorkOrder work =
        work(
            "graph.z schema.z>graph.z graph.b schema.b>graph.b graph.a=2 schema.a=2>graph.a"
                + " query.a.q>graph.a,schema.a policy.p fenced.f",
            "graph.a schema.a>graph.a fenced.f=0 fenced.e");

    assertThat(addresses(work.fenced()))
        .containsExactly("graph.b", "graph.z", "schema.a", "fenced.f");
    assertThat(addresses(work.recorded())).containsExactly("policy.p", "query.a.q");
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

  @Test
  void whatIsHeldBackIsNoWork() {
    Plan plan =
        new Planner(KINDS)
            .plan(
                States.desired("graph.g policy.p>graph.g"),
                States.recorded("graph.old"),
                States.approvals("", ""),
                States.addresses("graph.g"));

    assertThat(WorkOrder.of(plan.changes(), KINDS))
        .isEqualTo(new WorkOrder(List.of(), List.of(), List.of()));
  }

  private static WorkOrder work(String desired, String recorded) {
    Plan plan =
        new Planner(KINDS)
            .plan(
                States.desired(desired),
                States.recorded(recorded),
                States.approvals("graph.a graph.b", ""),
                Set.of());
    return WorkOrder.of(plan.changes(), KINDS);
  }

  private static List<String> addresses(List<Change> changes) {
    return changes.stream().map(change -> change.address().toString()).toList();
  }
}
