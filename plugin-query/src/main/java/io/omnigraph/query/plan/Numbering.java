package io.omnigraph.query.plan;

/** Gives the steps of a plan their numbers. */
final class Numbering {

  private int size;

  /** The number of numbers given so far. */
  int size() {
    return size;
  }

  Planned number(Step step, double rows) {
    return new Planned(size++, step, rows);
  }
}
