package io.omnigraph.execute.operator;

/** The nodes at the far ends of edges, each as often as an edge ends there. */
final class EdgePartners implements Partners {

  private final EdgeWalk walk;
  private final IntList found = new IntList();

  EdgePartners(EdgeWalk walk) {
    this.walk = walk;
  }

  @Override
  public IntList of(int node) {
    int count = walk.find(node);
    walk.partners(found.room(count));
    found.filled(count);
    return found;
  }

  @Override
  public boolean any(int node) {
    return walk.count(node) > 0;
  }

  @Override
  public int count(int node) {
    return walk.count(node);
  }

  @Override
  public boolean has(int node, int partner) {
    int count = walk.find(node);
    for (int i = 0; i < count; i++) {
      if (walk.partner(i) == partner) {
        return true;
      }
    }
    return false;
  }
}
