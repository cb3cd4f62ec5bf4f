package io.omnigraph.core.approval;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.plan.Approvals;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The approvals of a cluster as one command read them. Immutable. */
public final class ApprovalBook {

  private final List<Approval> all;
  private final Map<String, Approval> byId;
  private final ByResource byResource;

  /**
   * A book.
   *
   * @param all in the order of their ids, which differ; consumed ones included
   */
  public ApprovalBook(List<Approval> all) {
    this.all = List.copyOf(all);
    this.byId =
        all.stream().collect(Collectors.toUnmodifiableMap(Approval::id, Function.identity()));
    this.byResource = new ByResource(all);
  }

  /** All of them, in the order of their ids. */
  public List<Approval> all() {
    return all;
  }

  /** The approval of an id, used or not. */
  public Optional<Approval> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that an operation on a resource, once it was carried out, leaves nothing to approve. */
  public List<Approval> spentBy(Operation done, Address subject, Kinds kinds) {
    return byResource.spentBy(done, subject, kinds);
  }

  /** The approvals that nobody has used, by their own files or by the ledger. */
  public Unused unused(Ledger ledger) {
    return new Unused(
        all.stream()
            .filter(approval -> approval.consumption() == null)
            .filter(approval -> !ledger.approvals().containsKey(approval.id()))
            .toList());
  }

  /** Unused approvals. Immutable. */
  public static final class Unused implements Approvals {

    private final List<Approval> all;
    private final ByResource byResource;

    private Unused(List<Approval> approvals) {
      this.all = List.copyOf(approvals);
      this.byResource = new ByResource(approvals);
    }

    /** No approvals at all: for plans that are to say what would need one. */
    public static Unused none() {
      return new Unused(List.of());
    }

    /** All of them, in the order of their ids. */
    public List<Approval> all() {
      return all;
    }

    /** The approval that covers a change; of several, the one of the first id. */
    public Optional<Approval> covering(Change change, Digest configDigest) {
      return byResource.about(change.address()).stream()
          .filter(approval -> approval.covers(change, configDigest))
          .findFirst();
    }

    /** Those that an operation on a resource, once it was carried out, leaves no change for. */
    public List<Approval> spentBy(Operation done, Address subject, Kinds kinds) {
      return byResource.spentBy(done, subject, kinds);
    }

    @Override
    public boolean covers(Change change, Digest configDigest) {
      return covering(change, configDigest).isPresent();
    }

    @Override
    public boolean isStale(Change change, Digest configDigest) {
      return !covers(change, configDigest)
          && byResource.about(change.address()).stream().anyMatch(it -> it.isFor(change));
    }
  }
}
