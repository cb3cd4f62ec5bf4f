package io.omnigraph.plugin.query.serving;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.schema.catalog.Schema;
import java.util.ArrayList;
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

  /** Why a graph must not get a schema: the queries of it that would not fit. */
  Optional<String> objection(String graph, Schema desired) {
    List<String> findings = new ArrayList<>();
    of(graph)
        .forEach(query -> {
          try {
            query.getValue().against(desired);
          } catch (QueryRejected e) {
            findings.add("query `%s` (%s)".formatted(query.getKey(), e.getMessage()));
          }
        });
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of("stored queries failed the schema check: " + String.join(", ", findings));
  }
}
