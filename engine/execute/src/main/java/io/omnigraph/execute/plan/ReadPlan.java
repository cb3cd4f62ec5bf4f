package io.omnigraph.execute.plan;

import io.omnigraph.execute.result.RowShape;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a read is answered.
 *
 * @param steps that make the rows of the match, from one row without a node
 * @param size the number of all steps, those of inner blocks included
 * @param kept the slots that the result is made from. Rows may come without nodes in others; they
 *     say how many times they count
 * @param shape of the rows of the result
 */
public record ReadPlan(
    CheckedRead read, List<Planned> steps, int size, Set<Integer> kept, RowShape shape) {

  public ReadPlan {
    steps = List.copyOf(steps);
    kept = Set.copyOf(kept);
  }

  /** Plans a read. */
  public static ReadPlan of(CheckedRead read, Statistics statistics) {
    Set<Integer> kept = Kept.slots(read);
    RowShape shape = RowShape.of(read.columns().stream().map(OutputColumn::name).toList());
    Numbering numbering = new Numbering();
    List<TypedExpression.Computed> computed = Kept.computed(read);
    Set<Integer> looked = new HashSet<>(kept);
    computed.forEach(c -> looked.addAll(Slots.of(c.condition())));
    List<Planned> steps =
        new ArrayList<>(JoinOrder.of(read.match(), looked, statistics, numbering));
    if (!computed.isEmpty()) {
      double rows = steps.isEmpty() ? 1 : steps.getLast().rows();
      steps.add(numbering.number(new Step.Compute(computed), rows, List.of()));
    }
    return new ReadPlan(read, steps, numbering.size(), kept, shape);
  }

  /** The rows that are guessed to come out of the last step. */
  public double rows() {
    return steps.isEmpty() ? 1 : steps.getLast().rows();
  }
}
