package io.omnigraph.server.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the running requests, so that a stop can let them finish. Safe for many threads. */
final class InFlight {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int running;
  private boolean closed;

  /** Counts a request in; false when no more are taken. */
  boolean enter() {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      running++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Counts a request out. */
  void leave() {
    lock.lock();
    try {
      running--;
      if (running == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more requests. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing runs; the number of requests that still run when the time is over. */
  int awaitIdle(Duration longest) throws InterruptedException {
    long nanos = longest.toNanos();
    lock.lock();
    try {
      while (running > 0 && nanos > 0) {
        nanos = idle.awaitNanos(nanos);
      }
      return running;
    } finally {
      lock.unlock();
    }
  }
}
