package io.omnigraph.core.approval;

import io.omnigraph.api.kind.Change;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Approvals;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The approvals of a cluster as one command read them. Immutable.
 *
 * @param all in the order of their ids, consumed ones included
 */
public record ApprovalBook(List<Approval> all) {

  public ApprovalBook {
    all = List.copyOf(all);
  }

  /** The approval of an id, used or not. */
  public Optional<Approval> find(String id) {
    return all.stream().filter(approval -> approval.id().equals(id)).findFirst();
  }

  /** The approvals that nobody has used, by their own files or by the ledger. */
  public Unused unused(Ledger ledger) {
    return new Unused(
        all.stream()
            .filter(approval -> approval.consumption() == null)
            .filter(approval -> !ledger.approvals().containsKey(approval.id()))
            .toList());
  }

  /** Unused approvals, in the order of their ids. */
  public record Unused(List<Approval> approvals) implements Approvals {

    public Unused {
      approvals = List.copyOf(approvals);
    }

    /** Every approval that covers a change. */
    public List<Approval> covering(Change change, Digest configDigest) {
      return approvals.stream().filter(it -> it.covers(change, configDigest)).toList();
    }

    @Override
    public boolean covers(Change change, Digest configDigest) {
      return !covering(change, configDigest).isEmpty();
    }

    @Override
    public boolean isStale(Change change, Digest configDigest) {
      return !covers(change, configDigest) && approvals.stream().anyMatch(it -> it.isFor(change));
    }
  }
}
