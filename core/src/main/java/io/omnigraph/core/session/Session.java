package io.omnigraph.core.session;

import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.desired.LoadedConfig;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.report.StateObservations;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one command runs: its configuration and its stores. Immutable. */
public final class Session {

  private final Workspace workspace;
  private final LoadedConfig config;
  private final @Nullable Stores stores;
  private final List<Diagnostic> problems;

  private Session(
      Workspace workspace,
      LoadedConfig config,
      @Nullable Stores stores,
      List<Diagnostic> problems) {
    this.workspace = workspace;
    this.config = config;
    this.stores = stores;
    this.problems = problems;
  }

  /**
   * Loads everything that a configuration declares and opens the storage root that it names. When
   * either has errors, the session says so and is not {@linkplain #isSound sound}.
   */
  public static Session open(Workspace workspace) {
    return open(workspace, workspace.loader().load(workspace.directory()));
  }

  /** The same for commands that need nothing declared: loads what belongs to no kind. */
  public static Session openHeader(Workspace workspace) {
    return open(workspace, workspace.loader().loadHeader(workspace.directory()));
  }

  private static Session open(Workspace workspace, LoadedConfig config) {
    Findings findings = new Findings(config.diagnostics());
    Stores stores = null;
    if (config.header().isPresent()) {
      try {
        stores = Stores.of(Storages.open(config.header().get().storageRoot()), workspace);
      } catch (IllegalArgumentException e) {
        findings.add(
            Diagnostic.error("storage_root_invalid", "storage", String.valueOf(e.getMessage())));
      }
    }
    return new Session(workspace, config, stores, findings.all());
  }

  /** Whether a command may go on: nothing is wrong, and the stores are open. */
  public boolean isSound() {
    return stores != null && problems.stream().noneMatch(Diagnostic::isError);
  }

  /** An end before anything was begun: what is wrong with the configuration. */
  public <T> Ended<T> refused(T outcome) {
    return new Ended<>(outcome, observations(), problems);
  }

  /** What a run begins with: what opening the session has found. */
  public Findings findings() {
    return new Findings(problems);
  }

  /** What a run begins with: where ledger and lock are, and nothing seen of them. */
  public StateObservations observations() {
    if (stores != null) {
      return StateObservations.at(
          stores.storage().locate(LedgerStore.KEY), stores.storage().locate(StateLock.KEY));
    }
    String local = workspace.directory().toAbsolutePath().normalize().toString();
    return StateObservations.at(local + "/" + LedgerStore.KEY, local + "/" + StateLock.KEY);
  }

  /**
   * The stores of a session that is sound.
   *
   * @throws IllegalStateException when the session has none
   */
  public Stores stores() {
    if (stores == null) {
      throw new IllegalStateException("the storage root was not opened");
    }
    return stores;
  }

  /** The declared state of a session that is sound and was loaded whole. */
  public DesiredState desired() {
    return config.desired().orElseThrow(IllegalStateException::new);
  }

  /** The configuration. */
  public LoadedConfig config() {
    return config;
  }

  /** Where the command runs. */
  public Workspace workspace() {
    return workspace;
  }

  /** The registered kinds. */
  public Kinds kinds() {
    return workspace.kinds();
  }

  /** Whether the process was asked to stop before the command was done; reports that once. */
  public boolean isStopped(Findings findings) {
    boolean isStopped = workspace.stop().isMade();
    if (isStopped) {
      String message = "the command was asked to stop before it was done; run it again";
      findings.addOnce(Diagnostic.error("interrupted", "changes", message));
    }
    return isStopped;
  }

  /** Passes a named point. */
  public void reached(String point) {
    workspace.faults().reached(point);
  }

  /** What kinds see, where the draft is the ledger of the run. */
  ControlContext context(Optional<String> actor, LedgerDraft draft) {
    return new RunContext(stores().storage(), actor, workspace, config.desired(), draft);
  }

  /** The same, for commands that only look. */
  LookContext look(LedgerDraft draft) {
    return context(Optional.empty(), draft);
  }
}
