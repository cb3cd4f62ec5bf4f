package io.omnigraph.query.serving;

import io.omnigraph.query.run.RunnableQuery;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored queries of a server.
 *
 * @param byGraph for each graph's id the queries by name
 */
record StoredQueries(SortedMap<String, SortedMap<String, RunnableQuery>> byGraph) {

  StoredQueries {
    byGraph = Collections.unmodifiableSortedMap(new TreeMap<>(byGraph));
  }

  /** The queries of a graph, by name. */
  List<Map.Entry<String, RunnableQuery>> of(String graph) {
    return List.copyOf(byGraph.getOrDefault(graph, new TreeMap<>()).entrySet());
  }

  /** A query of a graph. */
  Optional<RunnableQuery> find(String graph, String name) {
    return Optional.ofNullable(byGraph.getOrDefault(graph, new TreeMap<>()).get(name));
  }
}
