package io.omnigraph.core.saved;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.core.approval.ApprovalBook;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Found;
import io.omnigraph.core.session.Session;
import io.omnigraph.core.session.Standing;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an apply would do, worked out without doing any of it.
 *
 * @param previews what changes would do exactly, for those that say so, by address
 * @param basis what it was worked out from; empty when no plan could be made
 */
public record Foreseen(Plan plan, SortedMap<Address, Preview> previews, Optional<Basis> basis) {

  public Foreseen {
    previews = Collections.unmodifiableSortedMap(new TreeMap<>(previews));
  }

  /**
   * What lay there.
   *
   * @param approvals those that nobody has used
   */
  record Basis(Standing standing, ApprovalBook.Unused approvals) {}

  /** What is foreseen when nothing can be. */
  public static Foreseen nothing() {
    return new Foreseen(Plan.none(), new TreeMap<>(), Optional.empty());
  }

  /** Looks ahead from what lies there; settles nothing, and writes nothing. */
  public static Foreseen of(Session session, Standing standing, Findings findings) {
    Found<LookContext> found = Found.foreseen(session, standing, findings);
    Ledger expected = found.draft().at(0);
    ApprovalBook.Unused approvals = found.approvals().unused(expected);
    Plan plan =
        session
            .workspace()
            .planner()
            .plan(session.desired(), expected, approvals, found.swept().pending());
    findings.addAll(plan.diagnostics());
    return new Foreseen(
        plan,
        previews(session, plan, found.context(), findings),
        Optional.of(new Basis(standing, approvals)));
  }

  private static SortedMap<Address, Preview> previews(
      Session session, Plan plan, LookContext context, Findings findings) {
    SortedMap<Address, Preview> previews = new TreeMap<>();
    for (PlannedChange change : plan.changes()) {
      if (session.isStopped(findings)) {
        break;
      }
      session
          .kinds()
          .of(change.address())
          .flatMap(kind -> kind.preview(change.change(), context))
          .ifPresent(preview -> {
            previews.put(change.address(), preview);
            findings.addAll(preview.diagnostics());
          });
    }
    return previews;
  }

  /** Words for the state of the world that previews looked at, by the address of the change. */
  Map<Address, String> lookedAt() {
    SortedMap<Address, String> states = new TreeMap<>();
    previews.forEach((address, preview) -> {
      if (preview.state() != null) {
        states.put(address, preview.state());
      }
    });
    return states;
  }
}
