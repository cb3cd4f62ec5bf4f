package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import java.util.Arrays;
import java.util.List;

/** Gathers the rows that an operator makes from other rows, and passes them on in batches. */
final class Fanout {

  private final int[] copied;
  private final int slot;
  private final Batch out;
  private final Budget budget;
  private final Operator next;

  /**
   * A gathering of rows.
   *
   * @param slots the number of variables of the query
   * @param bound the slots that incoming rows have nodes in
   * @param slot that rows get a node in
   */
  Fanout(int slots, List<Integer> bound, int slot, Room room, Operator next) {
    this.copied = new int[bound.size()];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = bound.get(i);
    }
    this.slot = slot;
    int[] filled = Arrays.copyOf(copied, copied.length + 1);
    filled[copied.length] = slot;
    this.out = Batch.empty(slots, filled, room.account());
    this.budget = room.budget();
    this.next = next;
  }

  /** What an operator may use. */
  record Room(Budget budget, Account account) {}

  /** Makes a row from another one and a node; returns whether more rows from it are of use. */
  boolean emit(Batch batch, int position, int node) {
    out.append(batch, position, copied, slot, node);
    if (out.isFull()) {
      flush();
      return next.wants(batch, position);
    }
    return true;
  }

  boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  /** Passes on what has been gathered. */
  void flush() {
    if (!out.isEmpty()) {
      budget.spend(out.selected());
      next.accept(out);
    }
    out.clear();
  }
}
