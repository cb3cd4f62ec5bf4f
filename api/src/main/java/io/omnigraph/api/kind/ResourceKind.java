package io.omnigraph.api.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A kind of resource: the control side of a plugin.
 *
 * <p>Kinds are found through {@link java.util.ServiceLoader}, made once in a process, and used by
 * one thread at a time. The core knows resources through this interface only; it orders kinds by
 * {@link #after}, creates and updates forwards, deletes backwards. A kind must not write anything
 * but in {@link FencedOperation#execute} and {@link FencedOperation#settle}, and must not keep
 * state between calls. New methods will have defaults.
 *
 * <p>A kind whose resources are only a file in the catalog extends {@link FileKind}.
 */
public interface ResourceKind {

  /** The kind's name, the first part of its addresses: a lower-case word without dots. */
  String name();

  /** The kinds whose creates and updates run before this one's. Unknown names are ignored. */
  default Set<String> after() {
    return Set.of();
  }

  /**
   * The kind whose resources own this one's. The owner of {@code query.harbor.berths} is the
   * resource {@code harbor} of that kind. What is owned is removed with its owner, covered by the
   * approval of its removal, and enters its composite digest.
   */
  default Optional<String> owner() {
    return Optional.empty();
  }

  /** The keys of {@code cluster.yaml} that this kind owns. */
  List<ConfigKey> keys();

  /**
   * Declares the resources that one entry of a section asks for. Called for every entry of every
   * section in which the kind has a key, sections by the order of kinds, entries by name, and for
   * an entry by the order of kinds.
   */
  void declare(ConfigEntry entry, DeclareContext context);

  /** What changed between what is declared and what is recorded. */
  default Difference diff(Declared desired, Recorded recorded) {
    if (!recorded.digest().equals(desired.digest())) {
      return Difference.CONTENT;
    }
    return recorded.attributes().equals(desired.attributes())
        ? Difference.NONE
        : Difference.ATTRIBUTES;
  }

  /**
   * The names of the attributes that ledger entries of this kind may have; {@link Recorded#DIGEST}
   * and {@link Recorded#DEPENDS_ON} are not free.
   */
  default Set<String> attributes() {
    return Set.of();
  }

  /**
   * How a change of attributes alone is called: the boolean field that marks it in JSON, and the
   * word that marks it for people.
   */
  default AttributeChangeName attributeChange() {
    return new AttributeChangeName("attribute_change", "attributes");
  }

  /** How the core carries out an operation on this kind's resources. */
  default Execution execution(Operation operation) {
    return Execution.RECORDED;
  }

  /** Why an operation needs an approval; empty when it does not. */
  default Optional<String> approvalReason(Operation operation) {
    return Optional.empty();
  }

  /** What exactly a change would do, for changes where that is worth showing. Changes nothing. */
  default Optional<Preview> preview(Change change, LookContext context) {
    return Optional.empty();
  }

  /** What the kind publishes into the catalog; empty when nothing. */
  default Optional<Payload> payload() {
    return Optional.empty();
  }

  /** The operations whose {@link #execution} is {@link Execution#FENCED}, by operation. */
  default SortedMap<Operation, FencedOperation> fencedOperations() {
    return java.util.Collections.emptySortedMap();
  }

  /**
   * The digest of a resource that is composed of its parts; empty for kinds with digests of their
   * own.
   *
   * @param owned the digests of everything the resource owns, by address; what is missing there is
   *     not declared, or not recorded
   */
  default Optional<Digest> compose(Address address, SortedMap<Address, Digest> owned) {
    return Optional.empty();
  }

  /**
   * Looks at a declared resource without changing anything; empty when there is nothing to look at
   * beyond the ledger and the catalog, which the core verifies itself.
   */
  default Optional<Observation> observe(Declared resource, LookContext context) {
    return Optional.empty();
  }

  /**
   * The words for a change of attributes alone.
   *
   * @param jsonField such as {@code binding_change}
   * @param word such as {@code bindings}
   */
  record AttributeChangeName(String jsonField, String word) {}
}
