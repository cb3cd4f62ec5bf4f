package io.omnigraph.io.export;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which tables an export writes (docs/reference/graph-engine.md §8). */
public sealed interface ExportSelection {

  /** The types of the tables, by table key. */
  record Selected(List<GraphType> types) implements ExportSelection {

    public Selected {
      types = List.copyOf(types);
    }
  }

  /** Something was asked for that the schema does not have; the problem is one sentence. */
  record Unknown(String problem) implements ExportSelection {}

  /**
   * The tables that are named in one way or the other; all of them when nothing is named.
   *
   * @param names of types; each stands for the nodes and the edges of that very name
   * @param keys of tables, such as {@code node:Port}
   */
  static ExportSelection of(Schema schema, List<String> names, List<String> keys) {
    List<GraphType> all =
        Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
            .sorted(Comparator.comparing(GraphType::tableKey))
            .toList();
    for (String name : names) {
      if (all.stream().noneMatch(type -> type.name().equals(name))) {
        return new Unknown("unknown export type '" + name + "'");
      }
    }
    for (String key : keys) {
      if (all.stream().noneMatch(type -> type.tableKey().equals(key))) {
        return new Unknown("unknown export table '" + key + "'");
      }
    }
    return new Selected(
        all.stream()
            .filter(type ->
                (names.isEmpty() && keys.isEmpty())
                    || names.contains(type.name())
                    || keys.contains(type.tableKey()))
            .toList());
  }
}
