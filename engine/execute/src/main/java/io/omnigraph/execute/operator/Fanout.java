package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import java.util.Arrays;
import java.util.List;

/** Gathers the rows that an operator makes from other rows, and passes them on in batches. */
final class Fanout {

  private static final int NONE = -1;

  private final int[] copied;
  private final int edgeSlot;
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
    this(slots, bound, slot, NONE, room, next);
  }

  /**
   * A gathering of rows that get an edge too.
   *
   * @param added the slots that rows get something in
   */
  Fanout(int slots, List<Integer> bound, Added added, Room room, Operator next) {
    this(slots, bound, added.slot(), added.edgeSlot(), room, next);
  }

  private Fanout(int slots, List<Integer> bound, int slot, int edgeSlot, Room room, Operator next) {
    this.edgeSlot = edgeSlot;
    this.copied = new int[bound.size()];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = bound.get(i);
    }
    this.slot = slot;
    int[] filled = Arrays.copyOf(copied, copied.length + (edgeSlot == NONE ? 1 : 2));
    filled[copied.length] = slot;
    filled[filled.length - 1] = edgeSlot == NONE ? slot : edgeSlot;
    this.out = Batch.empty(slots, filled, room.account());
    this.budget = room.budget();
    this.next = next;
  }

  /** The slots of a node and of an edge. */
  record Added(int slot, int edgeSlot) {}

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

  /** Makes a row from another one, a node and an edge likewise. */
  boolean emit(Batch batch, int position, int node, int edge) {
    out.append(batch, position, copied, slot, node);
    out.setLast(edgeSlot, edge);
    if (out.isFull()) {
      flush();
      return next.wants(batch, position);
    }
    return true;
  }

  /** Makes rows from another one and some nodes likewise. */
  boolean emitAll(Batch batch, int position, int[] nodes, int count) {
    for (int done = 0; done < count; ) {
      int taken = Math.min(count - done, Batch.CAPACITY - out.size());
      out.appendAll(batch, position, copied, taken);
      out.setLast(slot, nodes, done, taken);
      done += taken;
      if (out.isFull()) {
        flush();
        if (!next.wants(batch, position)) {
          return false;
        }
      }
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
