package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.Address;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Opens all graphs of a server, a few at a time. When one does not open, or two are the same, those
 * that did are closed again.
 */
final class GraphOpening {

  private static final int AT_ONCE = 4;

  private GraphOpening() {}

  /**
   * Opens graphs.
   *
   * @param roots by address
   */
  static Result open(SortedMap<Address, String> roots) {
    List<Attempt> attempts = attempt(roots);
    List<Diagnostic> reasons = new ArrayList<>();
    List<ServedGraph> opened = new ArrayList<>();
    for (Attempt attempt : attempts) {
      switch (attempt) {
        case Attempt.Opened(ServedGraph graph) -> opened.add(graph);
        case Attempt.Failed(Diagnostic reason) -> reasons.add(reason);
      }
    }
    reasons.addAll(sharedRoots(opened));
    if (reasons.isEmpty()) {
      return new Result.AllOpen(opened);
    }
    opened.forEach(served -> served.graph().close());
    return new Result.Refused(reasons);
  }

  private static List<Attempt> attempt(SortedMap<Address, String> roots) {
    try (ExecutorService openers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Attempt>> running = new ArrayList<>();
      roots.forEach((address, root) -> running.add(openers.submit(() -> attempt(address, root))));
      return running.stream().map(GraphOpening::finished).toList();
    }
  }

  private static Attempt finished(Future<Attempt> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while graphs were opened", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a graph could not be opened", e.getCause());
    }
  }

  private static Attempt attempt(Address address, String root) {
    try {
      Graph graph = ProcessEngine.get().open(root, FaultPoints.none());
      try {
        graph.snapshot(ReadTarget.main());
        return new Attempt.Opened(new ServedGraph(address, graph));
      } catch (RuntimeException e) {
        graph.close();
        throw e;
      }
    } catch (GraphException
        | NoSuchTargetException
        | DamagedGraphException
        | UncheckedIOException e) {
      return new Attempt.Failed(
          Diagnostic.error(
              "graph_open_failed",
              address.toString(),
              "the graph `%s` at %s cannot be opened: %s"
                  .formatted(address.name(), root, e.getMessage())));
    }
  }

  private static List<Diagnostic> sharedRoots(List<ServedGraph> graphs) {
    Map<String, ServedGraph> byRoot = new HashMap<>();
    List<Diagnostic> reasons = new ArrayList<>();
    for (ServedGraph served : graphs) {
      Optional.ofNullable(byRoot.put(canonical(served.graph().uri()), served))
          .ifPresent(other ->
              reasons.add(
                  Diagnostic.error(
                      "duplicate_graph_root",
                      served.address().toString(),
                      "the graphs `%s` and `%s` have the same root %s"
                          .formatted(other.id(), served.id(), served.graph().uri()))));
    }
    return reasons;
  }

  private static String canonical(String root) {
    if (root.contains("://")) {
      return root;
    }
    try {
      Path path = Path.of(root);
      return Files.exists(path) ? path.toRealPath().toString() : root;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot resolve " + root, e);
    }
  }

  /** What opening all graphs came to. */
  sealed interface Result {

    /** All of them are open. */
    record AllOpen(List<ServedGraph> graphs) implements Result {}

    /** None of them is. */
    record Refused(List<Diagnostic> reasons) implements Result {}
  }

  private sealed interface Attempt {

    record Opened(ServedGraph graph) implements Attempt {}

    record Failed(Diagnostic reason) implements Attempt {}
  }
}
