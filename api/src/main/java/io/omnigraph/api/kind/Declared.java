package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.ground.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A resource that the configuration asks for. Immutable.
 *
 * @param address of the resource
 * @param digest of what is asked for; absent for a kind whose digest is composed from its parts
 * @param source the file it was read from, as it is shown to people and opened again when the
 *     resource is applied; absent when there is none
 * @param attributes recorded in the ledger beside the digest and compared like it, by name
 * @param dependsOn the declared resources that must be applied before this one
 * @param model what the kind made of the source, for kinds that come after it; absent when the
 *     source could not be understood, and then a diagnostic says why
 */
public record Declared(
    Address address,
    @Nullable Digest digest,
    @Nullable SourceFile source,
    SortedMap<String, JsonNode> attributes,
    SortedSet<Address> dependsOn,
    @Nullable Object model) {

  public Declared {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
  }

  /** A resource whose digest is composed by its kind from the digests of its parts. */
  public static Declared composite(Address address) {
    return new Declared(address, null, null, Collections.emptySortedMap(), new TreeSet<>(), null);
  }

  /** A resource that is one source file, whose digest is that of the file's bytes. */
  public static Declared file(Address address, SourceFile source) {
    return new Declared(
        address, source.digest(), source, Collections.emptySortedMap(), new TreeSet<>(), null);
  }

  /** The same resource with a dependency more. */
  public Declared dependingOn(Address other) {
    SortedSet<Address> all = new TreeSet<>(dependsOn);
    all.add(other);
    return new Declared(address, digest, source, attributes, all, model);
  }

  /** The same resource with recorded attributes. */
  public Declared with(Map<String, JsonNode> recordedAttributes) {
    return new Declared(
        address, digest, source, new TreeMap<>(recordedAttributes), dependsOn, model);
  }

  /** The same resource with what the kind made of its source. */
  public Declared withModel(Object understood) {
    return new Declared(address, digest, source, attributes, dependsOn, understood);
  }

  /** The same resource with a digest; used by the core for composites. */
  public Declared withDigest(Digest composed) {
    return new Declared(address, composed, source, attributes, dependsOn, model);
  }

  /** The model, if there is one and it is of this type. */
  public <T> Optional<T> model(Class<T> type) {
    return type.isInstance(model) ? Optional.of(type.cast(model)) : Optional.empty();
  }
}
