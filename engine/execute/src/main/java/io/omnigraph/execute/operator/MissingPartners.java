package io.omnigraph.execute.operator;

/** Pairs of nodes that may be missing: a missing node, whose row number is -1, is in no pair. */
record MissingPartners(Partners partners, IntList none) implements Partners {

  /** Pairs of nodes, of which some may be missing. */
  MissingPartners(Partners partners) {
    this(partners, new IntList());
  }

  @Override
  public IntList of(int node) {
    return node < 0 ? none : partners.of(node);
  }

  @Override
  public boolean has(int node, int partner) {
    return node >= 0 && partner >= 0 && partners.has(node, partner);
  }

  @Override
  public boolean any(int node) {
    return node >= 0 && partners.any(node);
  }

  @Override
  public int count(int node) {
    return node < 0 ? 0 : partners.count(node);
  }
}
