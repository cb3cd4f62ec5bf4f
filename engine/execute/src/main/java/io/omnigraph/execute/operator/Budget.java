package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.ground.Quantity;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Keeps a run within its limits, and stops it when its thread is interrupted or nobody waits for it
 * any more.
 */
final class Budget {

  private static final long BYTES_PER_MEGABYTE = 1 << 20;
  private static final long NANOS_PER_MILLISECOND = 1_000_000;
  private static final long BETWEEN_QUESTIONS = 20_000_000;

  private final Limits limits;
  private final long start = System.nanoTime();
  private final long nanos;
  private final BooleanSupplier abandoned;
  private long lastAsked = start;
  private long rows;
  private long held;
  private long work;

  /**
   * A budget.
   *
   * @param abandoned whether nobody waits for the result any more; asked now and then
   */
  Budget(Limits limits, BooleanSupplier abandoned) {
    this.limits = limits;
    this.abandoned = abandoned;
    this.nanos = limits.time().toNanos();
  }

  /**
   * Counts rows that were passed on or looked at.
   *
   * @throws QueryRejected when they are too many, or take too long
   * @throws CancellationException when the thread is interrupted, or nobody waits any more
   */
  void spend(long more) {
    rows += more;
    if (rows > limits.rows()) {
      throw QueryRejected.beyond(
          "the query works through more than %s; connect its variables or make its conditions narrower"
              .formatted(Quantity.of(limits.rows(), "row")),
          "rows",
          limits.rows(),
          rows);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the query was interrupted");
    }
    checkClock();
  }

  private void checkClock() {
    long now = System.nanoTime();
    if (now - start > nanos) {
      throw QueryRejected.beyond(
          "the query takes longer than %d ms; make its conditions narrower or allow more time"
              .formatted(limits.time().toMillis()),
          "time_ms",
          limits.time().toMillis(),
          (now - start) / NANOS_PER_MILLISECOND);
    }
    if (now - lastAsked > BETWEEN_QUESTIONS) {
      lastAsked = now;
      if (abandoned.getAsBoolean()) {
        throw new CancellationException("nobody waits for the query any more");
      }
    }
  }

  /** A budget that no limit is set to. */
  static Budget unlimited() {
    return new Budget(
        new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(1), Long.MAX_VALUE),
        () -> false);
  }

  /**
   * Counts rows that enter a traversal, and edges that are looked at for them.
   *
   * @throws QueryRejected when they are more than all traversals together may look at
   */
  void traverse(long more) {
    work += more;
    if (work > limits.traversalWork()) {
      throw QueryRejected.beyond(
          "the traversals of the query look at more than %s; make its conditions narrower"
              .formatted(Quantity.of(limits.traversalWork(), "edge or row", "edges and rows")),
          "traversal_work",
          limits.traversalWork(),
          work);
    }
  }

  /** Room for one part of the run. */
  Account account() {
    return new Account(this);
  }

  private void hold(long more) {
    held += more;
    if (held > limits.bytes()) {
      throw QueryRejected.beyond(
          "the query needs more than %s of memory; give it a `limit` or narrower conditions"
              .formatted(size(limits.bytes())),
          "memory_bytes",
          limits.bytes(),
          held);
    }
  }

  private static String size(long bytes) {
    return bytes < BYTES_PER_MEGABYTE
        ? Quantity.of(bytes, "byte")
        : bytes / BYTES_PER_MEGABYTE + " MiB";
  }

  /** What one part of a run holds. */
  static final class Account {

    private final Budget budget;
    private long bytes;
    private long peak;

    private Account(Budget budget) {
      this.budget = budget;
    }

    /**
     * Counts bytes that are held from now on.
     *
     * @throws QueryRejected when the run holds too many
     */
    void hold(long more) {
      bytes += more;
      peak = Math.max(peak, bytes);
      budget.hold(more);
    }

    /** The most bytes that were held at once. */
    long peak() {
      return peak;
    }
  }
}
