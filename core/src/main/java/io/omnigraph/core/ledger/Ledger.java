package io.omnigraph.core.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code __cluster/state.json} (docs/reference/cluster.md §6.1). Immutable; equal
 * ledgers are equal as JSON. Keys of maps are kept as text where the file may hold addresses that
 * no installed kind knows.
 *
 * @param revision counts the writes
 * @param configDigest of the last apply that converged; absent before the first
 * @param resources what was applied, by address
 * @param statuses by address
 * @param approvals consumed approvals, by approval id
 * @param recoveries roll-forwards done by the sweep, by operation id
 * @param observations the last observation of a resource or its tombstone, by address
 */
public record Ledger(
    long revision,
    @Nullable Digest configDigest,
    SortedMap<Address, Recorded> resources,
    SortedMap<Address, ResourceStatus> statuses,
    SortedMap<String, ObjectNode> approvals,
    SortedMap<String, ObjectNode> recoveries,
    SortedMap<Address, ObjectNode> observations) {

  /** The greatest revision; a ledger that has it cannot be written again. */
  public static final long LAST_REVISION = Long.MAX_VALUE;

  public Ledger {
    resources = sortedCopy(resources);
    statuses = sortedCopy(statuses);
    approvals = sortedCopy(approvals);
    recoveries = sortedCopy(recoveries);
    observations = sortedCopy(observations);
  }

  /** The ledger before anything was recorded: revision 0. */
  public static Ledger empty() {
    return new Ledger(
        0,
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /** Why no ledger can follow this one; empty when one can. */
  public Optional<Diagnostic> exhaustion() {
    if (revision < LAST_REVISION) {
      return Optional.empty();
    }
    String message =
        "the ledger has revision %d, after which there is none; move its file away and run `cluster import`, then `cluster apply`"
            .formatted(revision);
    return Optional.of(Diagnostic.error("state_revision_exhausted", LedgerStore.KEY, message));
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> sortedCopy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
