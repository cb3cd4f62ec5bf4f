package io.omnigraph.execute.operator;

import java.util.List;

/**
 * The truth of several conditions together. A row whose truth one of them decides is not looked at
 * by the others.
 */
final class JoinedTruths implements Truths {

  private final List<Truths> parts;
  private final byte decisive;
  private int[] open = {};
  private int[] indexes = {};
  private byte[] found = {};

  private JoinedTruths(List<Truths> parts, byte decisive) {
    this.parts = List.copyOf(parts);
    this.decisive = decisive;
  }

  /** True where all are, false where one is false. */
  static Truths all(List<Truths> parts) {
    return new JoinedTruths(parts, FALSE);
  }

  /** True where one is, false where all are false. */
  static Truths any(List<Truths> parts) {
    return new JoinedTruths(parts, TRUE);
  }

  @Override
  public void of(int[][] nodes, int[] positions, int count, byte[] into) {
    parts.getFirst().of(nodes, positions, count, into);
    int left = begin(positions, count, into);
    for (int part = 1; part < parts.size() && left > 0; part++) {
      parts.get(part).of(nodes, open, left, found);
      int kept = 0;
      for (int i = 0; i < left; i++) {
        int index = indexes[i];
        if (found[i] == decisive || found[i] == UNKNOWN) {
          into[index] = found[i];
        }
        if (found[i] != decisive) {
          indexes[kept] = index;
          open[kept++] = open[i];
        }
      }
      left = kept;
    }
  }

  /** Notes which rows are not decided by the first part. */
  private int begin(int[] positions, int count, byte[] into) {
    if (open.length < count) {
      open = new int[count];
      indexes = new int[count];
      found = new byte[count];
    }
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (into[i] != decisive) {
        open[left] = positions[i];
        indexes[left++] = i;
      }
    }
    return left;
  }
}
