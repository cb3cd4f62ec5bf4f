package io.omnigraph.execute.operator;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the assignments of a branch for a node that it hangs on. Once many nodes have been asked
 * for, the number of what hangs on each node inside the branch is remembered.
 */
final class BranchCounter {

  private static final int UNKNOWN = -1;

  /** One node in so many has to be asked for before numbers are remembered. */
  private static final int RARE = 8;

  private final Partners partners;
  private final RowSelection selection;
  private final List<BranchCounter> branches;
  private final int nodes;
  private final Budget.Account account;
  private int asked;
  private int[] selected = new int[16];
  private int[] counts = {};
  private long[] remembered = {};

  /**
   * A counter.
   *
   * @param selection of the far end
   * @param branches that hang on the far end
   */
  BranchCounter(
      Partners partners, RowSelection selection, List<BranchCounter> branches, Memory memory) {
    this.partners = partners;
    this.selection = selection;
    this.branches = List.copyOf(branches);
    this.nodes = memory.nodes();
    this.account = memory.account();
  }

  /**
   * What a counter may remember.
   *
   * @param nodes the size of the table of the far end
   */
  record Memory(int nodes, Budget.Account account) {}

  /** The number of assignments. */
  long count(int node) {
    if (selection.isEverything() && branches.isEmpty()) {
      return partners.count(node);
    }
    int found = select(node);
    if (branches.isEmpty()) {
      return found;
    }
    long sum = 0;
    for (int i = 0; i < found; i++) {
      sum = Weights.sum(sum, below(selected[i]));
    }
    return sum;
  }

  /**
   * Multiplies numbers by those of the assignments for some nodes.
   *
   * @param into a number for each of the nodes
   */
  void multiply(int[] nodes, int count, long[] into) {
    if (!selection.isEverything() || !branches.isEmpty()) {
      for (int i = 0; i < count; i++) {
        into[i] = into[i] == 0 ? 0 : Weights.product(into[i], count(nodes[i]));
      }
      return;
    }
    if (counts.length < count) {
      counts = new int[nodes.length];
    }
    partners.counts(nodes, count, counts);
    Weights.multiply(into, counts, count);
  }

  /** Whether there is an assignment. */
  boolean exists(int node) {
    if (selection.isEverything() && branches.isEmpty()) {
      return partners.any(node);
    }
    int found = select(node);
    for (int i = 0; i < found; i++) {
      if (allExist(branches, selected[i])) {
        return true;
      }
    }
    return false;
  }

  private int select(int node) {
    IntList found = partners.of(node);
    if (selected.length < found.size()) {
      selected = new int[Math.max(found.size(), 2 * selected.length)];
    }
    found.copyTo(selected);
    return selection.select(selected, found.size());
  }

  /** The product of the numbers of assignments of several branches. */
  static long product(List<BranchCounter> branches, int node) {
    long product = 1;
    for (int i = 0; product > 0 && i < branches.size(); i++) {
      product = Weights.product(product, branches.get(i).count(node));
    }
    return product;
  }

  /** Whether all of several branches have an assignment. */
  static boolean allExist(List<BranchCounter> branches, int node) {
    for (int i = 0; i < branches.size(); i++) {
      if (!branches.get(i).exists(node)) {
        return false;
      }
    }
    return true;
  }

  private long below(int partner) {
    if (remembered.length == 0) {
      if (asked++ < nodes / RARE) {
        return product(branches, partner);
      }
      account.hold((long) Long.BYTES * nodes);
      remembered = new long[nodes];
      Arrays.fill(remembered, UNKNOWN);
    }
    if (remembered[partner] == UNKNOWN) {
      remembered[partner] = product(branches, partner);
    }
    return remembered[partner];
  }
}
