package io.omnigraph.query.execute;

import io.omnigraph.query.result.QueryRejected;
import java.util.concurrent.CancellationException;

/** Keeps a read within its limits, and stops it when its thread is interrupted. */
final class Budget {

  private final Limits limits;
  private long rows;
  private long held;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /**
   * Counts rows that were passed on.
   *
   * @throws QueryRejected when they are too many
   * @throws CancellationException when the thread is interrupted
   */
  void spend(int more) {
    rows += more;
    if (rows > limits.rows()) {
      throw new QueryRejected(
          "the query works through more than "
              + limits.rows()
              + " rows; connect its variables or make its conditions narrower");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the query was interrupted");
    }
  }

  /**
   * Counts values that are held from now on.
   *
   * @throws QueryRejected when they are too many
   */
  void hold(long more) {
    held += more;
    if (held > limits.held()) {
      throw new QueryRejected(
          "the query holds more than " + limits.held() + " values in memory; give it a `limit`");
    }
  }

  /** Counts values that are no longer held. */
  void release(long values) {
    held -= values;
  }
}
