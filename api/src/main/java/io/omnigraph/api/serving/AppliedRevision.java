package io.omnigraph.api.serving;

import io.omnigraph.api.Address;
import io.omnigraph.ground.storage.Storage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the ledger records as applied, read once.
 *
 * @param storage the cluster's storage root; serving never writes to it
 * @param resources by address
 */
public record AppliedRevision(Storage storage, SortedMap<Address, AppliedResource> resources) {

  public AppliedRevision {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** The resources of a kind, by address. */
  public List<AppliedResource> of(String kind) {
    return resources.values().stream().filter(r -> r.address().kind().equals(kind)).toList();
  }

  /** The resource at an address. */
  public Optional<AppliedResource> resource(Address address) {
    return Optional.ofNullable(resources.get(address));
  }
}
