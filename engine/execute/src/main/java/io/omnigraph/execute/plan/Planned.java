package io.omnigraph.execute.plan;

import java.util.List;

/**
 * A step in a plan.
 *
 * @param number of the step among all of the plan, those of inner blocks included, from 0
 * @param rows that are guessed to come out of it
 * @param slots that rows have nodes in before it, ascending
 */
public record Planned(int number, Step step, double rows, List<Integer> slots) {

  public Planned {
    slots = List.copyOf(slots);
  }

  /** The same with another step in its place. */
  Planned with(Step other) {
    return new Planned(number, other, rows, slots);
  }
}
