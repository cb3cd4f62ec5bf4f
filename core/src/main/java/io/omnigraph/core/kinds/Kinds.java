package io.omnigraph.core.kinds;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.ground.Digest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The registered kinds. Immutable. */
public final class Kinds {

  private final Map<String, ResourceKind> ordered;

  private Kinds(Map<String, ResourceKind> ordered) {
    this.ordered = Collections.unmodifiableMap(ordered);
  }

  /**
   * Orders kinds so that each comes after those it names in {@link ResourceKind#after} and after
   * its owner, by name where both orders are possible.
   *
   * @throws IllegalArgumentException when two kinds have one name, or their order is a circle
   */
  public static Kinds of(Collection<ResourceKind> kinds) {
    NavigableMap<String, ResourceKind> waiting = new TreeMap<>();
    for (ResourceKind kind : kinds) {
      if (waiting.put(kind.name(), kind) != null) {
        throw new IllegalArgumentException("two plugins offer the kind `" + kind.name() + "`");
      }
    }
    Map<String, ResourceKind> ordered = new LinkedHashMap<>();
    while (!waiting.isEmpty()) {
      ResourceKind next = next(waiting);
      ordered.put(next.name(), next);
      waiting.remove(next.name());
    }
    return new Kinds(ordered);
  }

  private static ResourceKind next(NavigableMap<String, ResourceKind> waiting) {
    return waiting.values().stream()
        .filter(kind -> predecessors(kind).noneMatch(waiting::containsKey))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the kinds `%s` each want to come after another"
                    .formatted(String.join("`, `", waiting.keySet()))));
  }

  private static Stream<String> predecessors(ResourceKind kind) {
    return Stream.concat(kind.after().stream(), kind.owner().stream());
  }

  /** The kinds in the order in which their creates and updates run. */
  public List<ResourceKind> inOrder() {
    return List.copyOf(ordered.values());
  }

  /** The kind of a name. */
  public Optional<ResourceKind> find(String name) {
    return Optional.ofNullable(ordered.get(name));
  }

  /** The kind of an address. */
  public Optional<ResourceKind> of(Address address) {
    return find(address.kind());
  }

  /** The owner of a resource; empty for those that nobody owns, and for unknown kinds. */
  public Optional<Address> ownerOf(Address address) {
    return of(address)
        .flatMap(ResourceKind::owner)
        .map(owner -> new Address(owner, address.head()));
  }

  /** The owner of a resource, or the resource itself where nobody owns it. */
  public Address rootOf(Address address) {
    return ownerOf(address).orElse(address);
  }

  /**
   * The digest of a resource that is composed of its parts; empty for kinds with digests of their
   * own, and for unknown ones.
   *
   * @param digests of any resources; those that the resource owns are picked out
   */
  public Optional<Digest> compose(Address address, SortedMap<Address, Digest> digests) {
    SortedMap<Address, Digest> owned = new TreeMap<>(digests);
    owned.keySet().removeIf(part -> !ownerOf(part).equals(Optional.of(address)));
    return of(address).flatMap(kind -> kind.compose(address, owned));
  }
}
