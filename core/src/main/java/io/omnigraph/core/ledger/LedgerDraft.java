package io.omnigraph.core.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger while a command changes it in memory. Used by one thread. */
public final class LedgerDraft {

  private static final String LAST_APPLIED = "last_applied";

  private final Kinds kinds;
  private @Nullable Digest configDigest;
  private final SortedMap<Address, Recorded> resources;
  private final SortedMap<Address, ResourceStatus> statuses;
  private final SortedMap<String, ObjectNode> approvals;
  private final SortedMap<String, ObjectNode> recoveries;
  private final SortedMap<Address, ObjectNode> observations;

  /** A draft that begins as a ledger is. */
  public LedgerDraft(Ledger ledger, Kinds kinds) {
    this.kinds = kinds;
    this.configDigest = ledger.configDigest();
    this.resources = new TreeMap<>(ledger.resources());
    this.statuses = new TreeMap<>(ledger.statuses());
    this.approvals = new TreeMap<>(ledger.approvals());
    this.recoveries = new TreeMap<>(ledger.recoveries());
    this.observations = new TreeMap<>(ledger.observations());
  }

  /** The draft as a ledger of a revision. */
  public Ledger at(long revision) {
    return new Ledger(
        revision, configDigest, resources, statuses, approvals, recoveries, observations);
  }

  /** The entry of a resource. */
  public Optional<Recorded> recorded(Address address) {
    return Optional.ofNullable(resources.get(address));
  }

  /** The same as its parts make it now: of a composite, the digest is composed anew. */
  public Optional<Recorded> current(Address address) {
    return recorded(address).map(entry -> composed(address).map(entry::withDigest).orElse(entry));
  }

  /** All entries. A view. */
  public SortedMap<Address, Recorded> resources() {
    return Collections.unmodifiableSortedMap(resources);
  }

  /** The status of a resource. */
  public Optional<ResourceStatus> statusOf(Address address) {
    return Optional.ofNullable(statuses.get(address));
  }

  /** All statuses. A copy. */
  public SortedMap<Address, ResourceStatus> statuses() {
    return new TreeMap<>(statuses);
  }

  /** Says under which configuration everything converged. */
  public void convergedUnder(Digest config) {
    configDigest = config;
  }

  /**
   * Records a resource.
   *
   * @throws IllegalArgumentException for attributes that nobody could read back
   */
  public void record(Address address, Recorded entry) {
    Set<String> attributes = entry.attributes().keySet();
    if (kinds.of(address).filter(kind -> !kind.attributes().containsAll(attributes)).isPresent()) {
      throw new IllegalArgumentException(
          "`" + address + "` has attributes that its kind does not name");
    }
    resources.put(address, entry);
  }

  /** Records what was found to be there; composites last, because they follow from the others. */
  public void found(Map<Address, Found> live) {
    live.forEach((address, found) -> {
      switch (found) {
        case Found.Content(var entry) -> record(address, entry);
        case Found.Composite _ -> {}
      }
    });
    live.forEach((address, found) -> {
      switch (found) {
        case Found.Content _ -> {}
        case Found.Composite(var attributes, var dependsOn) ->
            composed(address)
                .ifPresent(digest -> record(address, new Recorded(digest, attributes, dependsOn)));
      }
    });
  }

  /**
   * Recomputes the digest of a resource that has an entry and is composed of what it owns; of other
   * kinds nothing changes.
   */
  public void compose(Address address) {
    recorded(address)
        .ifPresent(entry ->
            composed(address).ifPresent(digest -> record(address, entry.withDigest(digest))));
  }

  private Optional<Digest> composed(Address address) {
    SortedMap<Address, Digest> owned = new TreeMap<>();
    kinds.ownedBy(address, resources).forEach((part, entry) -> owned.put(part, entry.digest()));
    return kinds.of(address).flatMap(kind -> kind.compose(address, owned));
  }

  /** Replaces the dependencies in the entry of a resource, if it has one. */
  public void depending(Address address, SortedSet<Address> dependsOn) {
    recorded(address)
        .ifPresent(
            entry -> record(address, new Recorded(entry.digest(), entry.attributes(), dependsOn)));
  }

  /** Removes the entry of a resource, not its status. */
  public void forget(Address address) {
    resources.remove(address);
  }

  /** Sets the status of a resource. */
  public void status(Address address, ResourceStatus status) {
    statuses.put(address, status);
  }

  /** Removes the status of a resource. */
  public void clearStatus(Address address) {
    statuses.remove(address);
  }

  /** Removes a resource and all it owns, and leaves a record of that in its observation. */
  public void bury(Address address, ObjectNode tombstone) {
    resources.keySet().removeAll(kinds.ownedBy(address, resources).keySet());
    resources.remove(address);
    statuses.keySet().removeAll(kinds.ownedBy(address, statuses).keySet());
    statuses.remove(address);
    observations.keySet().removeAll(kinds.ownedBy(address, observations).keySet());
    observations.put(address, tombstone);
  }

  /** Records a consumed approval. */
  public void consumed(String approvalId, ObjectNode record) {
    approvals.putIfAbsent(approvalId, record);
  }

  /** Records a roll-forward. */
  public void recovered(String operationId, ObjectNode record) {
    recoveries.put(operationId, record);
  }

  /** Replaces the observation of a resource; who applied it last stays known. */
  public void observed(Address address, ObjectNode record) {
    ObjectNode observation = record.deepCopy();
    ObjectNode earlier = observations.get(address);
    if (earlier != null && !isTombstone(earlier) && earlier.has(LAST_APPLIED)) {
      observation.set(LAST_APPLIED, earlier.get(LAST_APPLIED));
    }
    observations.put(address, observation);
  }

  /** Notes who moved a resource last, in place of an observation of what it was before. */
  public void moved(Address address, ObjectNode how) {
    observations.remove(address);
    lastApplied(address, how);
  }

  /** Notes in the observation of a resource who applied it last. A tombstone gives way. */
  public void lastApplied(Address address, ObjectNode how) {
    ObjectNode earlier = observations.get(address);
    ObjectNode observation =
        earlier == null || isTombstone(earlier)
            ? Json.object().put("kind", address.kind()).put("address", address.toString())
            : earlier.deepCopy();
    observation.set(LAST_APPLIED, how);
    observations.put(address, observation);
  }

  private static boolean isTombstone(ObjectNode observation) {
    return observation.path("kind").asText().equals("tombstone");
  }
}
