package io.omnigraph.graph.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does slow work on several things at the same time. */
final class SideBySide {

  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /** The results of some work, in the order of the inputs; the first failure ends it all. */
  static <I, O> List<O> map(List<I> inputs, Function<I, O> work) {
    if (inputs.size() == 1) {
      return List.of(work.apply(inputs.getFirst()));
    }
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    try {
      List<Future<O>> running = new ArrayList<>();
      for (I input : inputs) {
        running.add(workers.submit(() -> work.apply(input)));
      }
      List<O> results = new ArrayList<>();
      for (Future<O> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while embedding");
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      workers.shutdownNow();
    }
  }
}
