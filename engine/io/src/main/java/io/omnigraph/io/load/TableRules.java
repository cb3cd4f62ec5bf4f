package io.omnigraph.io.load;

import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the rows of one table must keep together.
 *
 * @param cardinality absent for nodes, and for edges of which there may be any number
 */
record TableRules(List<UniqueRule> uniques, @Nullable CardinalityRule cardinality) {

  TableRules {
    uniques = List.copyOf(uniques);
  }

  static TableRules of(LoadTable table, BulkWrite bulk, TextHash hash) {
    List<UniqueRule> uniques =
        table.type().uniques().stream()
            .map(columns -> new UniqueRule(table, columns, bulk, hash))
            .toList();
    boolean isLimited =
        table.type() instanceof EdgeType edge && !edge.cardinality().equals(Cardinality.ANY);
    return new TableRules(
        uniques,
        isLimited ? new CardinalityRule(table, (EdgeType) table.type(), bulk, hash) : null);
  }

  /** Whether there are rules at all. */
  boolean isAny() {
    return cardinality != null || !uniques.isEmpty();
  }

  void report(LoadProblems.Collector problems) {
    uniques.forEach(rule -> rule.report(problems));
    if (cardinality != null) {
      cardinality.report(problems);
    }
  }
}
