package io.omnigraph.api;

import java.util.Optional;

/**
 * The address of a resource: its kind and its name, written {@code kind.name}.
 *
 * <p>The name of an owned resource begins with its owner's: the query {@code berths} of the graph
 * {@code harbor} is {@code query.harbor.berths}. Addresses are compared by the byte order of their
 * text, which is the order of every map and list that is keyed by them.
 *
 * @param kind the name of the resource's kind, without dots
 * @param name everything after the first dot; may hold dots itself
 */
public record Address(String kind, String name) implements Comparable<Address> {

  public Address {
    if (kind.isEmpty() || kind.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a kind: `" + kind + "`");
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an address of the kind " + kind + " without a name");
    }
  }

  /** Reads {@code kind.name}; empty when the text has no dot, or nothing on one side of it. */
  public static Optional<Address> parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new Address(text.substring(0, dot), text.substring(dot + 1)));
  }

  /** The address of a resource owned by {@code owner}: {@code query} of {@code harbor}, … */
  public static Address owned(String kind, String owner, String name) {
    return new Address(kind, owner + "." + name);
  }

  /** The part of the name before its first dot: the owner's name, or the whole name. */
  public String head() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The part of the name after its first dot; empty where there is none. */
  public Optional<String> tail() {
    int dot = name.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
  }

  @Override
  public int compareTo(Address other) {
    // No kind holds a dot, so texts that differ in their kinds differ before their names begin.
    return kind.equals(other.kind)
        ? name.compareTo(other.name)
        : (kind + ".").compareTo(other.kind + ".");
  }

  @Override
  public String toString() {
    return kind + "." + name;
  }
}
