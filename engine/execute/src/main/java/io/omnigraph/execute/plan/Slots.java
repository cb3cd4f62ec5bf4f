package io.omnigraph.execute.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.TypedExpression;
import java.util.HashSet;
import java.util.Set;

/** Tells which variables, by slot, have to have nodes before something can be worked out. */
public final class Slots {

  /** Stands for no variable. */
  public static final int NONE = -1;

  private Slots() {}

  /** The slots that a condition is about. */
  public static Set<Integer> of(Condition condition) {
    Set<Integer> slots = new HashSet<>();
    condition.operands().forEach(operand -> slots.addAll(of(operand)));
    return slots;
  }

  /** The slots that an expression is about. */
  public static Set<Integer> of(TypedExpression expression) {
    if (expression instanceof Condition condition) {
      return of(condition);
    }
    int slot = slot(expression);
    return slot == NONE ? Set.of() : Set.of(slot);
  }

  /** The slot that an expression is about; {@link #NONE} for constants. */
  public static int slot(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Fixed _ -> NONE;
      case TypedExpression.PropertyValue(var variable, _) -> variable.slot();
      case TypedExpression.SystemValue(var variable, _) -> variable.slot();
      case TypedExpression.Computed computed -> computed.slot();
      case Condition condition ->
          throw new IllegalStateException("may be about several: " + condition);
      case TypedExpression.TextMatch match -> match.field().variable().slot();
      case TypedExpression.Score(var ranking) -> ranking.variable().slot();
    };
  }

  /** The slots of variables around a pattern that it is about. */
  static Set<Integer> around(Pattern pattern) {
    Set<Integer> slots = new HashSet<>();
    pattern.conditions().forEach(condition -> slots.addAll(of(condition)));
    for (Pattern.Traversal traversal : pattern.traversals()) {
      slots.add(traversal.from().slot());
      slots.add(traversal.to().slot());
      EdgeVariable edge = traversal.edge();
      if (edge != null) {
        slots.add(edge.slot());
      }
    }
    pattern.blocks().forEach(block -> slots.addAll(around(block)));
    pattern.optionals().forEach(optional -> slots.addAll(around(optional)));
    pattern.visibleVariables().forEach(variable -> slots.remove(variable.slot()));
    return slots;
  }

  /** The slots of variables around a block that it is about. */
  static Set<Integer> around(Pattern.Block block) {
    Set<Integer> slots = new HashSet<>(around(block.pattern()));
    if (block instanceof Pattern.Block.Counted(_, _, var number)) {
      slots.addAll(of(number));
    }
    if (block instanceof Pattern.Block.Measured(var pattern, var aggregate, _, var number)) {
      slots.addAll(of(aggregate.argument()));
      pattern.visibleVariables().forEach(variable -> slots.remove(variable.slot()));
      slots.addAll(of(number));
    }
    return slots;
  }
}
