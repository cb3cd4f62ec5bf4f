package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.plan.Planned;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.graph.snapshot.ReadMeter;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures what the steps of a plan, and the making of its result, do in one run. */
public final class Meters {

  /** Stands for a step whose time is measured elsewhere. */
  static final int NOBODY = -1;

  private final long[] rows;
  private final long[] nanos;
  private final @Nullable Account[] accounts;
  private final ReadMeter[] reads;

  /** Meters that have measured nothing. */
  public Meters(ReadPlan plan) {
    int size = plan.size() + 1;
    this.rows = new long[size];
    this.nanos = new long[size];
    this.accounts = new @Nullable Account[size];
    this.reads = new ReadMeter[size];
    Arrays.setAll(reads, _ -> new ReadMeter());
  }

  /** The rows that came out of a step, or of the whole read for its result. */
  public long rows(int number) {
    return rows[number];
  }

  /** The time that a step took, without the steps after it, but with those inside it. */
  public long nanos(int number) {
    return nanos[number];
  }

  /** The most memory that a step held at once. */
  public long bytes(int number) {
    Account account = accounts[number];
    return account == null ? 0 : account.peak();
  }

  /** The bytes that were read from storage for a step, and for no step after it. */
  public long readBytes(int number) {
    return reads[number].bytes();
  }

  /** The number under which the result is measured. */
  public int result() {
    return rows.length - 1;
  }

  /** The time of all together. */
  public long nanos() {
    return Arrays.stream(nanos).sum();
  }

  void charge(int number, Account account) {
    accounts[number] = account;
  }

  void finished(int resultRows, long more) {
    rows[result()] = resultRows;
    nanos[result()] += more;
  }

  /** Does work for a step, whose reads are those of the step. */
  <R> R reading(int number, Supplier<R> work) {
    return reads[number].count(work);
  }

  private void pass(int number, Operator operator, Batch batch) {
    reading(
        number,
        () -> {
          operator.accept(batch);
          return batch;
        });
  }

  /** Stands between a step and an operator after it, and measures both. */
  final class Meter implements Operator {

    private final int producer;
    private final int consumer;
    private final Operator next;

    /**
     * A meter.
     *
     * @param producer the step that rows come from
     * @param consumer the step that they go to; {@link #result} for the result, {@link #NOBODY} for
     *     the step around it
     */
    Meter(int producer, int consumer, Operator next) {
      this.producer = producer;
      this.consumer = consumer;
      this.next = next;
    }

    @Override
    public void accept(Batch batch) {
      rows[producer] += batch.weight();
      long start = System.nanoTime();
      pass(consumer == NOBODY ? producer : consumer, next, batch);
      long taken = System.nanoTime() - start;
      nanos[producer] -= taken;
      if (consumer != NOBODY) {
        nanos[consumer] += taken;
      }
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return next.wants(batch, position);
    }
  }

  /** Measures the first of some steps, which no other step passes rows to. */
  final class Entrance implements Operator {

    private final Planned first;
    private final Operator next;

    Entrance(Planned first, Operator next) {
      this.first = first;
      this.next = next;
    }

    @Override
    public void accept(Batch batch) {
      long start = System.nanoTime();
      pass(first.number(), next, batch);
      nanos[first.number()] += System.nanoTime() - start;
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return next.wants(batch, position);
    }
  }
}
