package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadMeter;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is counted under the names of the schema, and nothing is read that nobody named. */
class ReadMeterTest {

  private static final String SCHEMA =
      """
      node Picture {
        title: String @key
        width: I32
        image: Vector(3072)
      }
      """;

  @TempDir Path root;

  @Test
  void countingAndFilteringReadNoVectors() {
    try (Graph graph =
        Graphs.create(
            root.toString(), TestSchemas.of(SCHEMA), Optional.empty(), FaultPoints.none())) {
      graph.write(
          new WriteRequest("main", null, "test"),
          transaction -> {
            for (long i = 0; i < 50; i++) {
              Map<String, Object> values =
                  Map.of("title", "t" + i, "width", i, "image", new float[3072]);
              transaction.upsertNode("Picture", null, values);
            }
            return 50;
          });
      NodeTable table = graph.snapshot(ReadTarget.main()).nodes("Picture");
      ReadMeter counting = new ReadMeter();
      ReadMeter reading = new ReadMeter();
      ReadMeter again = new ReadMeter();

      int count = counting.count(table::liveCount);
      reading.count(() -> table.column("width"));
      again.count(() -> table.column("width"));
      ReadMeter taking = new ReadMeter();
      taking.count(() -> table.take("image", new int[] {7}));

      assertThat(count).isEqualTo(50);
      assertThat(counting.reads()).isEmpty();
      assertThat(reading.reads()).containsOnlyKeys(new ReadMeter.Key("node:Picture", "width"));
      assertThat(reading.bytes()).isBetween(200L, 1000L);
      assertThat(again.reads()).isEmpty();
      assertThat(taking.reads()).containsOnlyKeys(new ReadMeter.Key("node:Picture", "image"));
    }
  }
}
