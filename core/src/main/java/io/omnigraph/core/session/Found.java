package io.omnigraph.core.session;

import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.approval.ApprovalStore;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.core.recovery.FencedOperations;
import io.omnigraph.core.recovery.Sweep;
import io.omnigraph.ground.Diagnostic;
import java.util.Optional;

/**
 * Everything that a command goes by: what was there when it began, after interrupted operations
 * were settled, or after their settlement was foreseen.
 *
 * @param standing what lay there
 * @param approvals every approval
 * @param draft the ledger with what interrupted operations have done; the command's own
 * @param swept what became of those operations
 * @param context what kinds see; only what they may look at where the command changes nothing
 */
public record Found<C extends LookContext>(
    Standing standing, ApprovalBook approvals, LedgerDraft draft, Sweep.Outcome swept, C context) {

  /** The ledger as it was found. */
  public Ledger ledger() {
    return standing.ledger();
  }

  /** For a command under the lock: settles what can be settled, and says what came of it. */
  public static Found<ControlContext> settled(
      Session session, Standing standing, Optional<String> actor, Findings findings) {
    ApprovalBook approvals = approvals(session, findings);
    LedgerDraft draft = new LedgerDraft(standing.ledger(), session.kinds());
    ControlContext context = session.context(actor, draft);
    findings.addAll(standing.sidecars().findings());
    Sweep.Outcome swept =
        sweep(session.kinds(), approvals).settle(standing.sidecars().sidecars(), draft, context);
    findings.addAll(swept.findings());
    return new Found<>(standing, approvals, draft, swept, context);
  }

  /** For a command that only looks: foresees what would be settled; warns of what would not. */
  public static Found<LookContext> foreseen(Session session, Standing standing, Findings findings) {
    ApprovalBook approvals = approvals(session, findings);
    LedgerDraft draft = new LedgerDraft(standing.ledger(), session.kinds());
    LookContext context = session.look(draft);
    Sweep.Outcome swept =
        sweep(session.kinds(), approvals).foresee(standing.sidecars().sidecars(), draft, context);
    swept.unsettled().stream().map(Found::asWarning).forEach(findings::add);
    return new Found<>(standing, approvals, draft, swept, context);
  }

  /** A command that looks fails for nothing that only an apply would run into. */
  private static Diagnostic asWarning(Diagnostic finding) {
    return Diagnostic.warning(finding.code(), finding.path(), finding.message());
  }

  private static Sweep sweep(Kinds kinds, ApprovalBook approvals) {
    return new Sweep(kinds, new FencedOperations(kinds), approvals);
  }

  private static ApprovalBook approvals(Session session, Findings findings) {
    ApprovalStore.Listing read = session.stores().approvals().list();
    findings.addAll(read.findings());
    return read.book();
  }
}
