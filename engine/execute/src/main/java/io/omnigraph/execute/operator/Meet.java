package io.omnigraph.execute.operator;

import java.util.List;

/**
 * Finds the nodes that several nodes of a row lead to: goes through those that one of them leads
 * to, and asks for each whether the others do, which is marked once for rows that follow one
 * another with the same node.
 */
final class Meet {

  private final Way base;
  private final List<Marks> together;
  private final List<Marks> apart;
  private final int[] unlike;
  private final RowSelection selection;
  private int[] found = new int[16];
  private int count;

  /**
   * A meeting.
   *
   * @param ways from the nodes that lead to the wanted ones; at least one
   * @param apart from those that lead to unwanted ones
   * @param unlike the slots of nodes that are unwanted themselves
   * @param wanted the size of the table of the wanted nodes, and conditions on them
   */
  Meet(List<Way> ways, List<Way> apart, int[] unlike, Wanted wanted) {
    this.base = ways.getLast();
    this.together =
        ways.subList(0, ways.size() - 1).stream().map(w -> new Marks(w, wanted.size())).toList();
    this.apart = apart.stream().map(w -> new Marks(w, wanted.size())).toList();
    this.unlike = unlike.clone();
    this.selection = wanted.selection();
  }

  /** Where a row's node leads. */
  record Way(Partners partners, int slot) {}

  /** What nodes are wanted. */
  record Wanted(int size, RowSelection selection) {}

  /** Finds the nodes for a row; returns how many they are. */
  int find(int[][] nodes, int position) {
    IntList candidates = base.partners().of(nodes[base.slot()][position]);
    int size = candidates.size();
    if (found.length < size) {
      found = new int[Math.max(size, 2 * found.length)];
    }
    candidates.copyTo(found);
    count = size;
    for (int i = 0; count > 0 && i < together.size(); i++) {
      count = together.get(i).retain(nodes, position, found, count, true);
    }
    for (int i = 0; count > 0 && i < apart.size(); i++) {
      count = apart.get(i).retain(nodes, position, found, count, false);
    }
    for (int i = 0; count > 0 && i < unlike.length; i++) {
      remove(nodes[unlike[i]][position]);
    }
    count = selection.select(found, count);
    return count;
  }

  /** The nodes that were found last. */
  int[] found() {
    return found;
  }

  private void remove(int node) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (found[i] != node) {
        found[kept++] = found[i];
      }
    }
    count = kept;
  }

  /** The nodes that one node leads to, as marks on the table. */
  private static final class Marks {

    private static final int NOBODY = -2;

    /** Marks are made for a new node where no more than so many times the candidates are marked. */
    private static final int FEW = 8;

    private final Way way;
    private final int size;
    private long[] marks = {};
    private int[] marked = {};
    private int markedCount;
    private int node = NOBODY;

    Marks(Way way, int size) {
      this.way = way;
      this.size = size;
    }

    /** Moves the nodes that are marked, or those that are not, to the front. */
    int retain(int[][] nodes, int position, int[] candidates, int count, boolean wanted) {
      int from = nodes[way.slot()][position];
      if (from != node && count <= FEW) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
          if (way.partners().has(from, candidates[i]) == wanted) {
            candidates[kept++] = candidates[i];
          }
        }
        return kept;
      }
      if (from != node) {
        mark(from);
      }
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int candidate = candidates[i];
        boolean isMarked = (marks[candidate >> 6] >>> candidate & 1) != 0;
        candidates[kept] = candidate;
        kept += isMarked == wanted ? 1 : 0;
      }
      return kept;
    }

    private void mark(int from) {
      if (marks.length == 0) {
        marks = new long[(size >> 6) + 1];
      }
      for (int i = 0; i < markedCount; i++) {
        marks[marked[i] >> 6] = 0;
      }
      IntList partners = way.partners().of(from);
      markedCount = partners.size();
      if (marked.length < markedCount) {
        marked = new int[Math.max(markedCount, 2 * marked.length)];
      }
      partners.copyTo(marked);
      for (int i = 0; i < markedCount; i++) {
        marks[marked[i] >> 6] |= 1L << marked[i];
      }
      node = from;
    }
  }

  /** Whether only nodes of the row itself are left out of what its one way leads to. */
  boolean isSimple() {
    return together.isEmpty() && apart.isEmpty() && selection.isEverything();
  }

  /** The node that the one way of a row goes from. */
  int from(int[][] nodes, int position) {
    return nodes[base.slot()][position];
  }

  /** Sums up weights of what one node leads to. */
  long sum(int from, BranchWeights weights) {
    IntList partners = base.partners().of(from);
    int size = partners.size();
    if (found.length < size) {
      found = new int[Math.max(size, 2 * found.length)];
    }
    partners.copyTo(found);
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = Weights.sum(sum, weights.of(found[i]));
    }
    return sum;
  }

  /** What is left out of the sum for a row: the weights of its unwanted nodes, each once. */
  long leftOut(int[][] nodes, int position, BranchWeights weights) {
    int from = from(nodes, position);
    long sum = 0;
    for (int i = 0; i < unlike.length; i++) {
      int node = nodes[unlike[i]][position];
      boolean isNew = true;
      for (int j = 0; j < i; j++) {
        isNew &= nodes[unlike[j]][position] != node;
      }
      if (isNew && base.partners().has(from, node)) {
        sum = Weights.sum(sum, weights.of(node));
      }
    }
    return sum;
  }

  /** Weights of nodes. */
  interface BranchWeights {

    /** The weight of a node. */
    long of(int node);
  }
}
