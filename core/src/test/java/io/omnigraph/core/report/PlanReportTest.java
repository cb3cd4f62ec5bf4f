package io.omnigraph.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.Planner;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/reference/cluster.md §13 and §13.6. */
class PlanReportTest {

  private static final DesiredState DESIRED =
      States.desired(
          "graph.harbor=d policy.ops=7>graph.harbor query.harbor.q=e>graph.harbor,schema.harbor"
              + " schema.harbor=b>graph.harbor");
  private static final Ledger LEDGER =
      States.recorded(
          "graph.drydock=9 graph.harbor=6 policy.ops=7 query.harbor.q=e schema.drydock=5"
              + " schema.harbor=8");
  private static final StateObservations OBSERVATIONS =
      StateObservations.at("/srv/state.json", "/srv/lock.json")
          .withLedger(LEDGER, "sha256:77aa")
          .acquired("01JZ");
  private static final Address SCHEMA = new Address("schema", "harbor");

  @Test
  void thePlanForPeopleShowsStepsAndWhatIsHeldBack() {
    assertThat(report(List.of()).text())
        .isEqualTo(
            """
            cluster plan: 5 change(s), 1 approval gate(s)
              Delete graph.drydock [Blocked: approval_required]
              Update graph.harbor
              Update policy.ops [bindings]
              Delete schema.drydock [Blocked: approval_required]
              Update schema.harbor
                  add_property Vessel.draught
                  drop_property Vessel.flag [soft]
            3 to update, 2 to delete, 1 waits for approval
            """);
  }

  @Test
  void thePlanForProgramsHasTheSpecifiedFields() {
    Golden.assertJson("plan.json", report(List.of()));
  }

  @Test
  void anEmptyPlanSaysSo() {
    var report =
        new PlanReport(
            Path.of("."),
            Optional.of(States.desired("")),
            OBSERVATIONS,
            Plan.none(),
            Map.of(),
            SampleKinds.kinds(),
            List.of());

    assertThat(report.text())
        .isEqualTo("cluster plan: 0 change(s), 0 approval gate(s)\n  no changes\n");
  }

  @Test
  void aFailedPlanShowsNoChanges() {
    PlanReport report =
        report(List.of(Diagnostic.error("state_lock_held", "__cluster/lock.json", "locked")));

    assertThat(report.isOk()).isFalse();
    assertThat(report.text())
        .isEqualTo("cluster plan failed\nERROR state_lock_held __cluster/lock.json: locked\n");
  }

  @Test
  void aPlanWithoutDesiredStateFailed() {
    var report =
        new PlanReport(
            Path.of("."),
            Optional.empty(),
            StateObservations.at("/s", "/l"),
            Plan.none(),
            Map.of(),
            SampleKinds.kinds(),
            List.of());

    assertThat(report.isOk()).isFalse();
    assertThat(report.json().get("desired_revision")).hasToString("{}");
  }

  @Test
  void aPreviewThatCouldNotBeMadeLeavesNoField() {
    PlanReport report = report(List.of(), new Preview("migration", null, List.of(), List.of()));

    assertThat(report.json().get("changes").get(4).has("migration")).isFalse();
  }

  private static PlanReport report(List<Diagnostic> diagnostics) {
    JsonNode migration = Json.object().put("supported", true);
    return report(
        diagnostics,
        new Preview(
            "migration",
            migration,
            List.of("add_property Vessel.draught", "drop_property Vessel.flag [soft]"),
            List.of()));
  }

  private static PlanReport report(List<Diagnostic> diagnostics, Preview preview) {
    Plan plan =
        new Planner(SampleKinds.kinds()).plan(DESIRED, LEDGER, States.approvals("", ""), Set.of());
    return new PlanReport(
        Path.of("./portside"),
        Optional.of(DESIRED),
        OBSERVATIONS,
        plan,
        Map.of(SCHEMA, preview),
        SampleKinds.kinds(),
        diagnostics);
  }
}
