package io.omnigraph.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/reference/cluster.md §13.5. */
class BlastRadiusTest {

  @Test
  void aChangeReachesItsDirectDependentsOnly() {
    DesiredState desired =
        States.desired(
            "graph.drydock=2 graph.harbor=2 schema.harbor=2>graph.harbor"
                + " query.harbor.q>graph.harbor,schema.harbor policy.ops>graph.harbor"
                + " graph.quay policy.quay>graph.quay");
    Plan plan =
        new Planner(SampleKinds.kinds())
            .plan(
                desired,
                States.recorded(
                    "graph.drydock graph.harbor schema.harbor>graph.harbor"
                        + " query.harbor.q>graph.harbor,schema.harbor policy.ops>graph.harbor"
                        + " graph.quay policy.quay>graph.quay policy.gone"),
                States.approvals("", ""),
                Set.of());

    assertThat(BlastRadius.of(plan.changes(), desired))
        .hasToString(
            "{graph.harbor=[policy.ops, query.harbor.q, schema.harbor],"
                + " schema.harbor=[query.harbor.q]}");
  }
}
