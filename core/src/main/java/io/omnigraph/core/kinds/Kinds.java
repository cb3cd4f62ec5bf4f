package io.omnigraph.core.kinds;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Recorded;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registered kinds. Immutable. */
public final class Kinds {

  private static final char SEPARATOR = '.';
  private static final char AFTER_SEPARATOR = SEPARATOR + 1;
  private static final List<String> RESERVED = List.of(Recorded.DIGEST, Recorded.DEPENDS_ON);

  private final Map<String, ResourceKind> ordered;

  /** The names of the kinds that a kind owns. */
  private final Map<String, List<String>> parts;

  private Kinds(Map<String, ResourceKind> ordered) {
    this.ordered = Collections.unmodifiableMap(ordered);
    this.parts =
        ordered.values().stream()
            .filter(kind -> kind.owner().isPresent())
            .collect(
                Collectors.groupingBy(
                    kind -> kind.owner().orElseThrow(),
                    Collectors.mapping(ResourceKind::name, Collectors.toUnmodifiableList())));
  }

  /**
   * Orders kinds so that each comes after those it names in {@link ResourceKind#after} and after
   * its owner, by name where both orders are possible.
   *
   * @throws IllegalArgumentException when two kinds have one name, their order is a circle, or one
   *     has an attribute of a name that is not free
   */
  public static Kinds of(Collection<ResourceKind> kinds) {
    NavigableMap<String, ResourceKind> waiting = new TreeMap<>();
    for (ResourceKind kind : kinds) {
      if (!Collections.disjoint(kind.attributes(), RESERVED)) {
        throw new IllegalArgumentException(
            "the kind `%s` has an attribute `%s`, which every ledger entry has"
                .formatted(kind.name(), String.join("` or `", RESERVED)));
      }
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
   * What belongs to the resources that another one owns. Takes a time that depends on those alone.
   *
   * @param all by the addresses of any resources
   */
  public <V> SortedMap<Address, V> ownedBy(Address owner, SortedMap<Address, V> all) {
    SortedMap<Address, V> owned = new TreeMap<>();
    if (owner.tail().isPresent()) {
      return owned;
    }
    for (String part : parts.getOrDefault(owner.kind(), List.of())) {
      Address only = new Address(part, owner.name());
      if (all.containsKey(only)) {
        owned.put(only, all.get(only));
      }
      owned.putAll(
          all.subMap(
              new Address(part, owner.name() + SEPARATOR),
              new Address(part, owner.name() + AFTER_SEPARATOR)));
    }
    return owned;
  }

  /**
   * The digest of a resource that is composed of its parts; empty for kinds with digests of their
   * own, and for unknown ones.
   *
   * @param digests of any resources; those that the resource owns are picked out
   */
  public Optional<Digest> compose(Address address, SortedMap<Address, Digest> digests) {
    return of(address).flatMap(kind -> kind.compose(address, ownedBy(address, digests)));
  }
}
