package io.omnigraph.io.load;

import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.ground.Quantity;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many edges of a type may start at a node. Decided at the end of the input, over the edges
 * that are left then, for the nodes at which edges of the input start. Used by one thread.
 */
final class CardinalityRule {

  private final LoadTable table;
  private final EdgeType type;
  private final BulkWrite bulk;
  private final TextHash hash;
  private final HashIndex numbers = new HashIndex();
  private final List<String> sources = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private int[] sourceOfRow = new int[64];
  private int rows;

  CardinalityRule(LoadTable table, EdgeType type, BulkWrite bulk, TextHash hash) {
    this.table = table;
    this.type = type;
    this.bulk = bulk;
    this.hash = hash;
  }

  /** Notes an edge; called for every edge of the type, in order. */
  void add(Slice source, RecordStream at) {
    int number = numbers.get(hash.of(source));
    if (number < 0) {
      number = sources.size();
      numbers.put(hash, number);
      sources.add(source.text());
      places.add(at.place());
    } else {
      places.set(number, at.place());
    }
    if (rows == sourceOfRow.length) {
      sourceOfRow = Arrays.copyOf(sourceOfRow, rows * 2);
    }
    sourceOfRow[rows++] = number;
  }

  /** Reports every source with too many or too few edges, at its last record. */
  void report(LoadProblems.Collector problems) {
    Cardinality allowed = type.cardinality();
    long[] counts = counts();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > allowed.max()) {
        problems.add(violation(i, counts[i], "max " + allowed.max()));
      } else if (counts[i] < allowed.min()) {
        problems.add(violation(i, counts[i], "min " + allowed.min()));
      }
    }
  }

  private long[] counts() {
    long[] counts = new long[sources.size()];
    for (int row = 0; row < rows; row++) {
      if (!table.isReplaced(row)) {
        counts[sourceOfRow[row]]++;
      }
    }
    for (int i = 0; table.hasStored() && i < counts.length; i++) {
      int number = i;
      bulk.eachStoredEdge(
          type,
          sources.get(i),
          row -> {
            if (bulk.isKept(type, row)) {
              counts[number]++;
            }
          });
    }
    return counts;
  }

  private String violation(int number, long count, String bound) {
    return places
        .get(number)
        .says(
            "@card violation on edge %s: source '%s' has %s (%s)"
                .formatted(type.name(), sources.get(number), Quantity.of(count, "edge"), bound));
  }
}
