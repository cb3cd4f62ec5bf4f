package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Fanout.Room;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Passes on every row together with all that gets through other operators from it, or with missing
 * nodes where nothing does.
 */
final class OuterJoinOperator implements Operator {

  private static final int[] NONE = {};

  private final Operator inner;
  private final Operator next;
  private final Budget budget;
  private final Batch out;
  private final int[] before;
  private final int[] after;
  private final int[] added;
  private boolean[] found = {};
  private Batch current;

  /**
   * An outer join.
   *
   * @param slots how many the query has, and which rows have nodes in
   * @param inner makes the operators that rows are joined with, given the one after them
   */
  OuterJoinOperator(Slots slots, Room room, UnaryOperator<Operator> inner, Operator next) {
    this.before = ints(slots.before());
    this.after = ints(slots.after());
    this.added = Arrays.stream(after).filter(slot -> !slots.before().contains(slot)).toArray();
    this.out = Batch.empty(slots.all(), after, room.account());
    this.budget = room.budget();
    this.current = out;
    this.next = next;
    this.inner = inner.apply(new Joined());
  }

  /**
   * Slots of rows.
   *
   * @param all how many the query has
   * @param before those that incoming rows have nodes in
   * @param after those that outgoing rows have nodes in
   */
  record Slots(int all, Set<Integer> before, Set<Integer> after) {}

  @Override
  public void accept(Batch batch) {
    if (found.length < batch.size()) {
      found = new boolean[batch.size()];
    } else {
      Arrays.fill(found, false);
    }
    current = batch;
    inner.accept(batch.asOrigins());
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      if (!found[position]) {
        out.appendJoined(batch, position, before, added);
        out.finishRow(batch.weight(position), batch.origin(position));
        flushIfFull();
      }
    }
    flush();
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  private void flushIfFull() {
    if (out.isFull()) {
      flush();
    }
  }

  private void flush() {
    if (!out.isEmpty()) {
      budget.spend(out.selected());
      next.accept(out);
    }
    out.clear();
  }

  private static int[] ints(Set<Integer> slots) {
    return slots.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Joins what got through with the row that it was made from. */
  private final class Joined implements Operator {

    @Override
    public void accept(Batch batch) {
      for (int i = 0; i < batch.selected(); i++) {
        int position = batch.position(i);
        int origin = batch.origin(position);
        found[origin] = true;
        out.appendJoined(batch, position, after, NONE);
        out.finishRow(
            Weights.product(batch.weight(position), current.weight(origin)),
            current.origin(origin));
        flushIfFull();
      }
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return next.wants(current, batch.origin(position));
    }
  }
}
