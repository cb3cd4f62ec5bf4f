package io.omnigraph.core.desired;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.ground.Digest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the configuration asks for. May be partial when diagnostics were found beside it.
 *
 * @param configDigest docs/reference/cluster.md §4.1
 * @param resources by address; every one has a digest, composites included
 */
public record DesiredState(Digest configDigest, SortedMap<Address, Declared> resources) {

  public DesiredState {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** The resource at an address. */
  public Optional<Declared> resource(Address address) {
    return Optional.ofNullable(resources.get(address));
  }
}
