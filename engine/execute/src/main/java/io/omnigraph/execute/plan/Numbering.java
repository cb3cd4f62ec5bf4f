package io.omnigraph.execute.plan;

import java.util.List;

/** Gives the steps of a plan their numbers. */
final class Numbering {

  private int size;

  /** The number of numbers given so far. */
  int size() {
    return size;
  }

  Planned number(Step step, double rows, List<Integer> slots) {
    return new Planned(size++, step, rows, slots);
  }
}
