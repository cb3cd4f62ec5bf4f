package io.omnigraph.core.cluster;

import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.apply.Apply;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.observe.ClusterApproval;
import io.omnigraph.core.observe.ClusterPlan;
import io.omnigraph.core.observe.ClusterRefresh;
import io.omnigraph.core.observe.ClusterStatus;
import io.omnigraph.core.observe.ClusterUnlock;
import io.omnigraph.core.report.ApplyReport;
import io.omnigraph.core.report.RefreshReport;
import io.omnigraph.core.report.Report;
import io.omnigraph.core.report.ValidateReport;
import io.omnigraph.core.saved.ProposedPlan;
import io.omnigraph.core.saved.SavedPlan;
import io.omnigraph.core.session.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as its operator sees it: one method per command. Each call reads the configuration and
 * the ledger anew. Not safe for use by several threads; between processes the state lock and the
 * ledger's compare-and-swap decide.
 */
public final class Cluster {

  private final Workspace workspace;

  /**
   * A cluster.
   *
   * @param directory the config directory, as the user typed it
   * @param kinds every installed kind, in any order
   */
  public Cluster(Path directory, List<ResourceKind> kinds, ClusterEnvironment environment) {
    this.workspace =
        new Workspace(
            directory,
            Kinds.of(kinds),
            environment.clock(),
            environment.ids(),
            environment.processId(),
            environment.faults(),
            environment.stop());
  }

  /** Parses and checks everything declared; touches no storage. */
  public Report validate() {
    return new ValidateReport(workspace.loader().load(workspace.directory()));
  }

  /** Shows what {@link #apply} would do, in a form that can be kept. */
  public ProposedPlan plan() {
    return ClusterPlan.run(workspace);
  }

  /** Converges reality to the declaration and records it. */
  public ApplyReport apply(Optional<String> actor) {
    return Apply.run(workspace, actor, Optional.empty());
  }

  /** Carries out exactly a plan that was saved, or says what has moved since and does nothing. */
  public ApplyReport apply(Optional<String> actor, SavedPlan agreed) {
    return Apply.run(workspace, actor, Optional.of(agreed));
  }

  /** Records an approval, bound to exactly the change that the resource now has. */
  public Report approve(String address, String actor) {
    return ClusterApproval.run(workspace, address, actor);
  }

  /** Shows the ledger. Never locks, never writes, never opens what it manages. */
  public Report status() {
    return ClusterStatus.run(workspace);
  }

  /** Looks at everything declared and records what it finds. */
  public Report refresh() {
    return ClusterRefresh.run(RefreshReport.Command.REFRESH, workspace);
  }

  /** Makes the ledger anew from the declaration and what is really there. */
  public Report importState() {
    return ClusterRefresh.run(RefreshReport.Command.IMPORT, workspace);
  }

  /** Removes a lock that a dead process left, by its exact id. */
  public Report forceUnlock(String lockId) {
    return ClusterUnlock.run(workspace, lockId);
  }
}
