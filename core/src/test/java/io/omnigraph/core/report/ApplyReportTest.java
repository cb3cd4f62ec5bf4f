package io.omnigraph.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.plan.Planner;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.report.ApplyReport.Run;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/reference/cluster.md §14.1, and the lines of the operator's guide. */
class ApplyReportTest {

  private static final StateObservations OBSERVATIONS =
      StateObservations.at("/srv/state.json", "/srv/lock.json")
          .withLedger(Ledger.empty(), "sha256:1c9e")
          .acquired("01JZ");

  @Test
  void theGraphThatIsGoneFromTheConfigurationIsBlocked() {
    ApplyReport report =
        report(Run.finished(changes("", "graph.scratch", ""), false, true), List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            cluster apply: 0 applied, 1 deferred/blocked
              Delete graph.scratch [Blocked: approval_required]
              state: revision 0, converged: false, written: true
              note: running servers pick this up on their next restart
            """);
  }

  @Test
  void onceApprovedItIsApplied() {
    ApplyReport report =
        report(Run.finished(changes("", "graph.scratch", "graph.scratch"), true, true), List.of());

    assertThat(report.text()).contains("\n  Delete graph.scratch [Applied]\n");
  }

  @Test
  void everyDispositionShows() {
    List<PlannedChange> changes =
        changes(
            "graph.g=2 policy.p>graph.g schema.g=2>graph.g",
            "graph.g pipeline.x policy.p schema.g",
            "");

    ApplyReport report = report(Run.finished(changes, false, true), List.of());

    assertThat(report.text())
        .startsWith(
            """
            cluster apply: 2 applied, 1 deferred/blocked
              Update graph.g [Derived]
              Delete pipeline.x [Deferred: apply_unsupported_kind]
              Update policy.p [bindings] [Applied]
              Update schema.g [Applied]
              state:\
            """);
  }

  @Test
  void aFailedRunStillShowsItsChanges() {
    List<PlannedChange> changes = changes("graph.g", "", "");
    List<PlannedChange> demoted =
        changes.stream().map(change -> change.blocked(new Reason.Failed("graph_create"))).toList();

    ApplyReport report =
        report(
            Run.finished(demoted, false, true),
            List.of(Diagnostic.error("graph_create_failed", "graph.g", "not empty")));

    assertThat(report.isOk()).isFalse();
    assertThat(report.text())
        .isEqualTo(
            """
            cluster apply failed
              Create graph.g [Blocked: graph_create_failed]
            ERROR graph_create_failed graph.g: not empty
            """);
  }

  @Test
  void anEarlyEndAppliedNothing() {
    Run run = Run.aborted(changes("graph.g policy.p", "pipeline.x", ""));

    assertThat(run.appliedCount()).isZero();
    assertThat(run.deferredCount()).isOne();
    assertThat(run.converged()).isFalse();
    assertThat(run.stateWritten()).isFalse();
  }

  @Test
  void anIdleRunHasNoChanges() {
    assertThat(report(Run.finished(List.of(), true, false), List.of()).text())
        .startsWith("cluster apply: 0 applied, 0 deferred/blocked\n  no changes\n  state: ")
        .endsWith("converged: true, written: false\n");
  }

  @Test
  void theReportForProgramsHasTheSpecifiedFields() {
    ApplyReport report =
        report(Run.finished(changes("graph.harbor=6", "", ""), true, true), List.of());

    Golden.assertJson("apply.json", report);
  }

  @Test
  void aNamelessRunHasNoActorField() {
    var report =
        new ApplyReport(
            Path.of("."),
            Optional.empty(),
            Optional.empty(),
            OBSERVATIONS,
            Run.aborted(List.of()),
            new TreeMap<>(),
            SampleKinds.kinds(),
            List.of());

    assertThat(report.isOk()).isFalse();
    assertThat(report.json().has("actor")).isFalse();
    assertThat(report.json().get("desired_revision")).hasToString("{}");
  }

  private static ApplyReport report(Run run, List<Diagnostic> diagnostics) {
    var statuses = new TreeMap<Address, ResourceStatus>();
    statuses.put(new Address("graph", "harbor"), ResourceStatus.applied());
    statuses.put(
        new Address("query", "harbor.q"),
        ResourceStatus.blocked("dependency_not_applied", "it waits"));
    return new ApplyReport(
        Path.of("./portside"),
        Optional.of("kei"),
        Optional.of(States.CONFIG),
        OBSERVATIONS,
        run,
        statuses,
        SampleKinds.kinds(),
        diagnostics);
  }

  private static List<PlannedChange> changes(String desired, String recorded, String approved) {
    return new Planner(SampleKinds.kinds())
        .plan(
            States.desired(desired),
            States.recorded(recorded),
            States.approvals(approved, ""),
            Set.of())
        .changes();
  }
}
