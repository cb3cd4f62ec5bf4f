package io.omnigraph.execute.reference;

import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A graph as the records of an export: nodes by type and id, and edges as pairs of ids. */
final class Records {

  /** The schema of all random graphs. */
  static final String SCHEMA =
      """
      node A { k: String @key n: I32? f: F64? s: String? b: Bool? t: [String]? }
      node B { k: String @key n: I32? s: String? }
      edge Knows: A -> A { w: I32? s: String? }
      edge Cites: A -> A { w: I32? }
      edge Has: A -> B { w: I32? }
      edge Likes: B -> A { w: I32? }
      """;

  private final SortedMap<String, SortedMap<String, Map<String, Object>>> nodes = new TreeMap<>();
  private final SortedMap<String, List<Edge>> edges = new TreeMap<>();

  private final Map<String, Integer> made = new TreeMap<>();

  /** An edge between two ids, which need not be those of nodes. */
  record Edge(String id, String source, String target, Map<String, Object> values) {}

  Records() {
    nodes.put("A", new TreeMap<>());
    nodes.put("B", new TreeMap<>());
    edges.put("Knows", new ArrayList<>());
    edges.put("Cites", new ArrayList<>());
    edges.put("Has", new ArrayList<>());
    edges.put("Likes", new ArrayList<>());
  }

  /** Adds a node, or replaces the one with its id. */
  void node(String type, String id, Map<String, Object> values) {
    ids(type).put(id, values);
  }

  void edge(String type, String source, String target, Map<String, Object> values) {
    // Rows in memory have numbers with dead rows between them, which their ids are made of.
    String id = "edge" + 2 * (made.merge(type, 1, Integer::sum) - 1);
    edges(type).add(new Edge(id, source, target, values));
  }

  /** Removes a node with its edges. */
  void delete(String type, String id) {
    ids(type).remove(id);
    edges.forEach((name, all) ->
        all.removeIf(edge ->
            (sourceType(name).equals(type) && edge.source().equals(id))
                || (targetType(name).equals(type) && edge.target().equals(id))));
  }

  SortedMap<String, Map<String, Object>> ids(String type) {
    return nodes.getOrDefault(type, new TreeMap<>());
  }

  List<Edge> edges(String type) {
    return edges.getOrDefault(type, List.of());
  }

  @Nullable Object value(String type, String id, String property) {
    Map<String, Object> values = ids(type).get(id);
    return values == null ? null : values.get(property);
  }

  static String sourceType(String edge) {
    return edge.equals("Likes") ? "B" : "A";
  }

  static String targetType(String edge) {
    return edge.equals("Has") ? "B" : "A";
  }

  /** The same graph in memory. */
  MemoryGraph inMemory() {
    MemoryGraph graph = MemoryGraph.of(SCHEMA);
    nodes.forEach((type, all) -> all.forEach((id, values) -> graph.node(type, id, values)));
    edges.forEach((type, all) ->
        all.forEach(edge -> graph.edge(type, edge.source(), edge.target(), edge.values())));
    return graph;
  }

  /** Removes the edges without a node at an end, which storage does not take. */
  void dropLooseEdges() {
    edges.forEach((type, all) -> {
      List<Edge> before = List.copyOf(all);
      all.clear();
      made.remove(type);
      for (Edge edge : before) {
        if (ids(sourceType(type)).containsKey(edge.source())
            && ids(targetType(type)).containsKey(edge.target())) {
          edge(type, edge.source(), edge.target(), edge.values());
        }
      }
    });
  }

  /** The same graph as a file to load. */
  String toJsonLines() {
    StringBuilder lines = new StringBuilder();
    nodes.forEach((type, all) ->
        all.values()
            .forEach(
                values -> lines.append(line(Map.of("type", type, "data", new TreeMap<>(values))))));
    edges.forEach((type, all) ->
        all.forEach(edge ->
            lines.append(
                line(
                    Map.of(
                        "edge",
                        type,
                        "from",
                        edge.source(),
                        "to",
                        edge.target(),
                        "data",
                        new TreeMap<>(edge.values()))))));
    return lines.toString();
  }

  private static String line(Map<String, Object> record) {
    return Json.compact(Json.tree(new TreeMap<>(record))) + "\n";
  }
}
