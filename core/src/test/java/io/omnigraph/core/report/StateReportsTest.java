package io.omnigraph.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.report.StateObservations.HeldLock;
import io.omnigraph.core.report.StateObservations.SeenLock;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/reference/cluster.md §11.2 and §15 to §18. */
class StateReportsTest {

  private static final Path DIRECTORY = Path.of("./portside");
  private static final HeldLock LOCK =
      new HeldLock("01JZ8", "apply", "2026-06-11T09:30:00.25Z", 48213, 912L);
  private static final StateObservations NOTHING = StateObservations.at("/s.json", "/l.json");
  private static final Address GRAPH = new Address("graph", "harbor");
  private static final List<Diagnostic> FAILURE =
      List.of(Diagnostic.error("invalid_state_json", "__cluster/state.json", "not JSON"));

  @Test
  void statusShowsTheLedgerTheLockHolderAndWhatIsNotSettled() {
    var report =
        new StatusReport(
            DIRECTORY,
            NOTHING.withLedger(ledger(), "sha256:77aa").seeing(new SeenLock.Held(LOCK)),
            ledger(),
            List.of());

    assertThat(Golden.text(report))
        .isEqualTo(
            """
            cluster state: revision 4, 1 resource(s)
              applied config: c…
              lock: held (id=01JZ8, operation=apply, pid=48213, created_at=2026-06-11T09:30:00.25Z,\
             age_seconds=912)
              graph.harbor: drifted (schema_mismatch)
            """);
    Golden.assertJson("status.json", report);
  }

  @Test
  void statusShowsTheLockHolderAlsoWithoutALedger() {
    var missing =
        new StatusReport(
            DIRECTORY,
            NOTHING.seeing(new SeenLock.Unreadable()),
            Ledger.empty(),
            List.of(Diagnostic.warning("state_missing", "__cluster/state.json", "none")));

    assertThat(missing.isOk()).isTrue();
    assertThat(missing.text())
        .isEqualTo(
            """
            cluster state missing
              lock: unknown (it cannot be read)
            WARN  state_missing __cluster/state.json: none
            """);
  }

  @Test
  void aFailedStatusStillShowsTheLock() {
    var failed =
        new StatusReport(DIRECTORY, NOTHING.withBrokenLedger("sha256:00"), Ledger.empty(), FAILURE);

    assertThat(failed.isOk()).isFalse();
    assertThat(failed.text())
        .isEqualTo(
            """
            cluster status failed
              lock: not held
            ERROR invalid_state_json __cluster/state.json: not JSON
            """);
    assertThat(failed.json().get("state_observations"))
        .hasToString(
            "{\"state_path\":\"/s.json\",\"lock_path\":\"/l.json\",\"state_found\":true,"
                + "\"state_revision\":0,\"state_cas\":\"sha256:00\",\"resource_count\":0,"
                + "\"locked\":false,\"lock_acquired\":false}");
  }

  @Test
  void refreshAndImportShowWhatTheyWrote() {
    var report =
        new RefreshReport(
            RefreshReport.Command.IMPORT,
            DIRECTORY,
            NOTHING.withLedger(ledger(), "sha256:aa01").acquired("01JZ9"),
            ledger(),
            List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            cluster import: revision 4, 1 resource(s)
              state_cas: sha256:aa01
              lock: acquired (id=01JZ9)
            """);
    assertThat(report.json().fieldNames())
        .toIterable()
        .containsExactly(
            "ok",
            "operation",
            "config_dir",
            "state_observations",
            "resource_digests",
            "resource_statuses",
            "observations",
            "diagnostics");
    assertThat(report.json().get("operation").textValue()).isEqualTo("import");
  }

  @Test
  void anUnlockedRefreshSaysSoAndNamesWhatDrifted() {
    var report =
        new RefreshReport(
            RefreshReport.Command.REFRESH,
            DIRECTORY,
            NOTHING.withLedger(ledger(), "sha256:aa01"),
            ledger(),
            List.of());

    assertThat(report.text())
        .endsWith("  lock: not acquired\n  graph.harbor: drifted (schema_mismatch)\n");
  }

  @Test
  void aFailedRefreshShowsWhy() {
    var report =
        new RefreshReport(
            RefreshReport.Command.REFRESH, DIRECTORY, NOTHING, Ledger.empty(), FAILURE);

    assertThat(report.text())
        .isEqualTo(
            """
            cluster refresh failed
            ERROR invalid_state_json __cluster/state.json: not JSON
            """);
  }

  @Test
  void anApprovalNamesWhatWasApproved() {
    var report =
        new ApproveReport(
            DIRECTORY,
            Optional.of(
                new ApproveReport.Approved(
                    "01KT", new Address("graph", "scratch"), Operation.DELETE, "andrew")),
            List.of());

    assertThat(report.text())
        .isEqualTo("cluster approve: delete graph.scratch approved by andrew (approval 01KT)\n");
    assertThat(report.json())
        .hasToString(
            "{\"ok\":true,\"config_dir\":\"./portside\",\"approval_id\":\"01KT\","
                + "\"resource\":\"graph.scratch\",\"operation\":\"delete\","
                + "\"approved_by\":\"andrew\",\"diagnostics\":[]}");
  }

  @Test
  void aRefusedApprovalHasNoneOfItsFields() {
    var report = new ApproveReport(DIRECTORY, Optional.empty(), List.of());

    assertThat(report.text()).isEqualTo("cluster approve failed\n");
    assertThat(report.json())
        .hasToString("{\"ok\":false,\"config_dir\":\"./portside\",\"diagnostics\":[]}");
  }

  @Test
  void anUnlockNamesTheLockThatItRemoved() {
    var report =
        new UnlockReport(DIRECTORY, NOTHING.seeing(new SeenLock.Removed(LOCK)), true, List.of());

    assertThat(report.text())
        .isEqualTo(
            "cluster force-unlock: removed lock (id=01JZ8, operation=apply, pid=48213,"
                + " created_at=2026-06-11T09:30:00.25Z, age_seconds=912)\n");
    assertThat(report.json())
        .hasToString(
            "{\"ok\":true,\"config_dir\":\"./portside\",\"state_observations\":{"
                + "\"state_path\":\"/s.json\",\"lock_path\":\"/l.json\",\"state_found\":false,"
                + "\"state_revision\":0,\"resource_count\":0,\"locked\":false,"
                + "\"lock_id\":\"01JZ8\",\"lock_acquired\":false,\"lock_operation\":\"apply\","
                + "\"lock_created_at\":\"2026-06-11T09:30:00.25Z\",\"lock_pid\":48213,"
                + "\"lock_age_seconds\":912},\"lock_removed\":true,\"diagnostics\":[]}");
  }

  @Test
  void aFailedUnlockShowsWhoHoldsTheLock() {
    var undated = new HeldLock("01JZ8", "plan", "yesterday", 1, null);
    var report =
        new UnlockReport(DIRECTORY, NOTHING.seeing(new SeenLock.Held(undated)), false, FAILURE);

    assertThat(report.text())
        .isEqualTo(
            """
            cluster force-unlock failed
              lock: held (id=01JZ8, operation=plan, pid=1, created_at=yesterday)
            ERROR invalid_state_json __cluster/state.json: not JSON
            """);
  }

  private static Ledger ledger() {
    return new Ledger(
        4,
        States.CONFIG,
        States.recorded("graph.harbor=6").resources(),
        new TreeMap<>(Map.of(GRAPH, ResourceStatus.drifted("schema_mismatch", "it differs"))),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(Map.of(GRAPH, Json.object().put("kind", "graph").put("exists", true))));
  }
}
