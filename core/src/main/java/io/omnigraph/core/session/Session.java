package io.omnigraph.core.session;

import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.desired.LoadedConfig;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.ledger.LedgerWrite;
import io.omnigraph.core.lock.Acquisition;
import io.omnigraph.core.lock.LockRead;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.report.StateObservations;
import io.omnigraph.core.report.StateObservations.Authority;
import io.omnigraph.core.report.StateObservations.HeldLock;
import io.omnigraph.core.report.StateObservations.SeenLock;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.InjectedFault;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of one command: its stores, what it has seen, and what it has found. One thread. */
public final class Session {

  private final Workspace workspace;
  private final LoadedConfig config;
  private final @Nullable Stores stores;
  private final List<Diagnostic> findings = new ArrayList<>();
  private StateObservations observations;
  private boolean isStopReported;

  /**
   * Opens the storage root that a configuration names. When the configuration has errors, or the
   * root cannot be opened, the session says why and has no stores.
   */
  public Session(Workspace workspace, LoadedConfig config) {
    this.workspace = workspace;
    this.config = config;
    findings.addAll(config.diagnostics());
    this.stores = opened(config);
    String local = workspace.directory().toAbsolutePath().normalize().toString();
    this.observations =
        stores == null
            ? StateObservations.at(local + "/" + LedgerStore.KEY, local + "/" + StateLock.KEY)
            : StateObservations.at(
                stores.storage().locate(LedgerStore.KEY), stores.storage().locate(StateLock.KEY));
  }

  private @Nullable Stores opened(LoadedConfig loaded) {
    if (loaded.header().isEmpty()) {
      return null;
    }
    try {
      Storage storage = Storages.open(loaded.header().get().storageRoot());
      return Stores.of(storage, workspace);
    } catch (IllegalArgumentException e) {
      report(Diagnostic.error("storage_root_invalid", "storage", String.valueOf(e.getMessage())));
      return null;
    }
  }

  /** Whether the command may go on: nothing wrong was found so far, and the stores are open. */
  public boolean isSound() {
    return stores != null && findings.stream().noneMatch(Diagnostic::isError);
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

  /** Everything found so far, in the order of reporting. */
  public List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  /** What was seen of ledger and lock so far. */
  public StateObservations observations() {
    return observations;
  }

  /** Adds a finding. */
  public void report(Diagnostic finding) {
    findings.add(finding);
  }

  /** Adds findings. */
  public void report(List<Diagnostic> more) {
    findings.addAll(more);
  }

  /** Adds that a test made a step fail. */
  public void report(InjectedFault fault) {
    report(
        Diagnostic.error("injected_failpoint", fault.point(), String.valueOf(fault.getMessage())));
  }

  /** Whether the process was asked to stop before the command was done; reports that once. */
  public boolean isStopped() {
    boolean isStopped = workspace.stop().isMade();
    if (isStopped && !isStopReported) {
      isStopReported = true;
      String message = "the command was asked to stop before it was done; run it again";
      report(Diagnostic.error("interrupted", "changes", message));
    }
    return isStopped;
  }

  /** Passes a named point. */
  public void reached(String point) {
    workspace.faults().reached(point);
  }

  /** What kinds see, where the draft is the ledger of the run. */
  public ControlContext context(Optional<String> actor, LedgerDraft draft) {
    return new RunContext(stores().storage(), actor, workspace, config.desired(), draft);
  }

  /** The same, for commands that only look. */
  public LookContext look(LedgerDraft draft) {
    return context(Optional.empty(), draft);
  }

  /**
   * Runs the work of a command while it holds the lock, or says why it cannot. The lock is given
   * back however the work ends, also when the process is asked to stop meanwhile. Where the
   * configuration switches the lock off, only warns.
   */
  public void underLock(String operation, Runnable work) {
    try (var _ = workspace.stop().defer()) {
      lockAndRun(operation, work);
    }
  }

  private void lockAndRun(String operation, Runnable work) {
    if (!config.header().orElseThrow(IllegalStateException::new).usesLock()) {
      String message = "the lock is switched off; only the ledger's compare-and-swap protects it";
      report(Diagnostic.warning("state_lock_disabled", "state.lock", message));
      observations = observations.without(Authority.UNLOCKED);
      unlessFailed(work);
      return;
    }
    String id = workspace.ids().get();
    switch (stores().lock().acquire(operation, id, workspace.processId())) {
      case Acquisition.Acquired(var lockId) -> {
        observations = observations.acquired(lockId);
        try {
          unlessFailed(() -> locked(work));
        } finally {
          release(lockId);
        }
      }
      case Acquisition.HeldByOther(var holder) -> held(holder);
      case Acquisition.Failed(var message) ->
          report(
              Diagnostic.error(
                  "state_lock_error",
                  StateLock.KEY,
                  message + "; make sure that the storage root can be written"));
    }
  }

  private void locked(Runnable work) {
    reached(ControlPoints.LOCK_TAKEN);
    work.run();
    reached(ControlPoints.BEFORE_UNLOCK);
  }

  private void unlessFailed(Runnable work) {
    try {
      work.run();
    } catch (InjectedFault fault) {
      report(fault);
    }
  }

  private void release(String lockId) {
    try {
      stores().lock().release(lockId);
    } catch (UncheckedIOException e) {
      String message =
          "the lock could not be removed (%s); run `cluster force-unlock %s`"
              .formatted(e.getMessage(), lockId);
      report(Diagnostic.error("state_lock_error", StateLock.KEY, message));
    }
  }

  private void held(LockRead holder) {
    saw(holder);
    String message =
        switch (holder) {
          case LockRead.Held(var lock) -> holding(lock) + "; wait, or if it died run " + way(lock);
          case LockRead.Broken(_, _, var why) -> why;
          case LockRead.Unreadable(var why) -> why;
          case LockRead.Free _ -> "somebody held the lock until just now; try again";
        };
    report(Diagnostic.error("state_lock_held", StateLock.KEY, message));
  }

  /** Looks at the lock without taking it. */
  public LockRead observeLock() {
    LockRead lock = stores().lock().read();
    saw(lock);
    return lock;
  }

  private void saw(LockRead lock) {
    observations =
        observations.seeing(
            switch (lock) {
              case LockRead.Held(var held) -> new SeenLock.Held(held);
              case LockRead.Broken(var id, _, _) -> new SeenLock.Broken(id);
              case LockRead.Unreadable _ -> new SeenLock.Unreadable();
              case LockRead.Free _ -> new SeenLock.None();
            });
  }

  /** Notes that the lock that was there is not any more. */
  public void unlocked(SeenLock removed) {
    observations = observations.seeing(removed);
  }

  /**
   * Runs the work of a command that only looks: without the lock, whoever holds it. What it sees
   * may be under way to something else, so a holder is named.
   */
  public void withoutLock(Runnable work) {
    observations = observations.without(Authority.OBSERVED);
    LockRead lock = observeLock();
    lock.warning().ifPresent(this::report);
    if (lock instanceof LockRead.Held(var held)) {
      String message = holding(held) + ", so this may change at any moment; if it died run ";
      report(Diagnostic.warning("state_lock_held", StateLock.KEY, message + way(held)));
    }
    unlessFailed(work);
  }

  private static String holding(HeldLock lock) {
    return "`cluster %s` of the process %d holds the lock".formatted(lock.operation(), lock.pid());
  }

  private static String way(HeldLock lock) {
    return "`cluster force-unlock %s`".formatted(lock.id());
  }

  /** Reads the ledger. Says nothing of what is wrong with it. */
  public LedgerRead readLedger() {
    LedgerRead read = stores().ledger().read();
    observations =
        switch (read) {
          case LedgerRead.Present(var ledger, var file) ->
              observations.withLedger(ledger, LedgerRead.cas(file));
          case LedgerRead.Malformed(var file, _) ->
              observations.withBrokenLedger(LedgerRead.cas(file));
          case LedgerRead.UnknownVersion(var file, _) ->
              observations.withBrokenLedger(LedgerRead.cas(file));
          case LedgerRead.Unreadable _ -> observations.withBrokenLedger(null);
          case LedgerRead.Absent _ -> observations;
        };
    return read;
  }

  /** Reports a ledger that is there but of no use; says nothing of an absent one. */
  public void reportUnusable(LedgerRead read) {
    switch (read) {
      case LedgerRead.Malformed(_, var message) ->
          report(
              Diagnostic.error(
                  "invalid_state_json",
                  LedgerStore.KEY,
                  "the ledger cannot be understood (%s); rebuild it with `cluster import`"
                      .formatted(message)));
      case LedgerRead.UnknownVersion(_, var version) ->
          report(
              Diagnostic.error(
                  "unsupported_state_version",
                  "state.version",
                  "the ledger has version %d, this version knows 1".formatted(version)));
      case LedgerRead.Unreadable(var message) ->
          report(Diagnostic.error("state_read_error", LedgerStore.KEY, message));
      case LedgerRead.Present _, LedgerRead.Absent _ -> {}
    }
  }

  /** Whether a ledger can be followed by another one; if not, the findings say what to do. */
  public boolean hasRoomIn(Ledger ledger) {
    if (ledger.revision() < Ledger.LAST_REVISION) {
      return true;
    }
    String message =
        "the ledger has revision %d, after which there is none; move its file away and run `cluster import`, then `cluster apply`"
            .formatted(ledger.revision());
    report(Diagnostic.error("state_revision_exhausted", LedgerStore.KEY, message));
    return false;
  }

  /** Replaces the ledger, and says whether it did; if not, the findings say why. */
  public boolean publish(String command, LedgerRead base, Ledger next) {
    try {
      reached(ControlPoints.beforeLedgerWrite(command));
    } catch (InjectedFault fault) {
      report(fault);
      return false;
    }
    switch (stores().ledger().write(base, next)) {
      case LedgerWrite.Written(var ledger, var cas) -> {
        observations = observations.withLedger(ledger, cas);
        return true;
      }
      case LedgerWrite.Conflict _ -> {
        String message = "the ledger was changed meanwhile; run the command again";
        report(Diagnostic.error("state_cas_mismatch", LedgerStore.KEY, message));
      }
      case LedgerWrite.Failed(var message) ->
          report(Diagnostic.error("state_write_error", observations.statePath(), message));
      case LedgerWrite.Unknown(var message) ->
          report(
              Diagnostic.error(
                  "state_write_unknown",
                  observations.statePath(),
                  "it is not known whether the ledger was replaced (%s); run the command again, it"
                          .formatted(message)
                      + " finds out"));
    }
    return false;
  }

  /**
   * Removes sidecars that are no longer needed, marks consumed approvals in their files, and clears
   * away what dead processes were writing.
   */
  public void cleanUp(List<String> sidecars, ApprovalBook approvals, Ledger onDisk) {
    for (String id : sidecars) {
      remove(id);
      reached(ControlPoints.AFTER_SIDECAR_REMOVED);
    }
    reached(ControlPoints.AFTER_SIDECARS_REMOVED);
    stores().approvals().settle(approvals, onDisk, findings);
    Leftovers.remove(stores().storage(), workspace.clock().instant()).ifPresent(this::report);
  }

  /** Removes a sidecar that is no longer needed; that it stays is not worth more than a warning. */
  public void remove(String sidecarId) {
    try {
      stores().sidecars().remove(sidecarId);
    } catch (UncheckedIOException e) {
      String message =
          "a sidecar that is no longer needed could not be removed (%s); the next `cluster apply` tries again"
              .formatted(e.getMessage());
      String place = stores().sidecars().locate(sidecarId);
      report(Diagnostic.warning("recovery_sidecar_cleanup_failed", place, message));
    }
  }

  /** Reads the approvals and reports those that cannot be read. */
  public ApprovalBook readApprovals() {
    return stores().approvals().read(findings);
  }
}
