package io.omnigraph.core.session;

import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.ledger.LedgerWrite;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * How a command ends that records something: it replaces the ledger, and then clears away what that
 * has made needless.
 */
public record Closing(Session session, Findings findings) {

  /** Replaces the ledger; empty when it could not, and the findings say why. */
  public Optional<LedgerWrite.Written> publish(String command, LedgerRead base, Ledger next) {
    if (!findings.succeeds(() -> session.reached(ControlPoints.beforeLedgerWrite(command)))) {
      return Optional.empty();
    }
    return switch (session.stores().ledger().write(base, next)) {
      case LedgerWrite.Written written -> Optional.of(written);
      case LedgerWrite.Conflict _ -> {
        String message = "the ledger was changed meanwhile; run the command again";
        findings.add(Diagnostic.error("state_cas_mismatch", LedgerStore.KEY, message));
        yield Optional.empty();
      }
      case LedgerWrite.Failed(var message) -> {
        String place = session.stores().storage().locate(LedgerStore.KEY);
        findings.add(Diagnostic.error("state_write_error", place, message));
        yield Optional.empty();
      }
      case LedgerWrite.Unknown(var message) -> {
        String place = session.stores().storage().locate(LedgerStore.KEY);
        findings.add(
            Diagnostic.error(
                "state_write_unknown",
                place,
                "it is not known whether the ledger was replaced (%s); run the command again, it finds out"
                    .formatted(message)));
        yield Optional.empty();
      }
    };
  }

  /**
   * Removes sidecars that are no longer needed, marks consumed approvals in their files, and clears
   * away what dead processes were writing.
   */
  public void cleanUp(List<String> sidecars, ApprovalBook approvals, Ledger onDisk) {
    for (String id : sidecars) {
      remove(id);
      session.reached(ControlPoints.AFTER_SIDECAR_REMOVED);
    }
    session.reached(ControlPoints.AFTER_SIDECARS_REMOVED);
    Stores stores = session.stores();
    stores.approvals().settle(approvals, onDisk, findings::add);
    Leftovers.remove(stores.storage(), session.workspace().clock().instant())
        .ifPresent(findings::add);
  }

  /** Removes a sidecar that is no longer needed; that it stays is not worth more than a warning. */
  public void remove(String sidecarId) {
    try {
      session.stores().sidecars().remove(sidecarId);
    } catch (UncheckedIOException e) {
      String message =
          "a sidecar that is no longer needed could not be removed (%s); the next `cluster apply` tries again"
              .formatted(e.getMessage());
      String place = session.stores().sidecars().locate(sidecarId);
      findings.add(Diagnostic.warning("recovery_sidecar_cleanup_failed", place, message));
    }
  }
}
