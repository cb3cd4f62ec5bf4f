package io.omnigraph.execute.operator;

/** Pairs nothing: what edges that cannot follow one another reach in two hops or more. */
final class NoPartners implements Partners {

  private final IntList none = new IntList();

  @Override
  public IntList of(int node) {
    return none;
  }

  @Override
  public boolean has(int node, int partner) {
    return false;
  }
}
