package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Writes a {@link SocialGraph} without the detour over JSON. */
final class BulkSocialGraph {

  private BulkSocialGraph() {}

  /** Writes all rows as one commit. */
  static WriteOutcome<Integer> write(Graph graph, SocialGraph social) {
    return graph.writeBulk(
        new WriteRequest("main", null, "bench"),
        bulk -> {
          Schema schema = bulk.base().schema();
          SplittableRandom random = new SplittableRandom(42);
          stage(
              bulk,
              schema.node("Person").orElseThrow(),
              social.people(),
              i -> {
                String handle = SocialGraph.handle(i);
                return new Object[] {
                  handle, handle, "Name " + i, 18L + random.nextInt(70), "c" + random.nextInt(500)
                };
              });
          stage(
              bulk,
              schema.edge("Follows").orElseThrow(),
              social.follows(),
              i ->
                  new Object[] {
                    "e" + i,
                    SocialGraph.handle(random.nextInt(social.people())),
                    SocialGraph.handle(skewed(random, social.people())),
                    1990L + random.nextInt(36)
                  });
          return social.people() + social.follows();
        });
  }

  private static void stage(BulkWrite bulk, GraphType type, int rows, IntFunction<Object[]> make) {
    RowBuffer buffer = bulk.buffer(type);
    for (int i = 0; i < rows; i++) {
      Object[] values = make.apply(i);
      for (int column = 0; column < values.length; column++) {
        buffer.cells(column).add(values[column]);
      }
      buffer.endRow();
      if (buffer.isFull()) {
        bulk.stage(type, buffer);
        buffer = bulk.buffer(type);
      }
    }
    bulk.stage(type, buffer);
  }

  private static int skewed(SplittableRandom random, int people) {
    double skewed = random.nextDouble();
    return (int) (people * skewed * skewed);
  }
}
