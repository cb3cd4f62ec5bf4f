package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a type with wide vectors, in bytes that the cache of columns takes. */
class NeededColumnsTest {

  private static final int ROWS = 300;
  private static final int WIDTH = 3072;
  private static final long VECTORS = (long) ROWS * WIDTH * Float.BYTES;
  private static final String SCHEMA =
      "node Photo { name: String @key size: I32 place: Vector(" + WIDTH + ") }";

  @Test
  void countingReadsNothingAndAReadReadsWhatItNames(@TempDir Path directory) {
    Path root = directory.resolve("photos.omni");
    load(root);
    try (Graph graph = Graphs.open(root.toString(), FaultPoints.none())) {
      Snapshot snapshot = graph.snapshot(ReadTarget.main());

      long count = read("match { $p: Photo } return { count($p) as n }", snapshot);
      long some = read("match { $p: Photo $p.size > 3 } return { count($p) as n }", snapshot);
      long all = read("match { $p: Photo } return { $p.place }", snapshot);

      System.out.printf(
          "bytes read of %d vectors of %d numbers: count %d, filtered count %d, vectors %d%n",
          ROWS, WIDTH, count, some, all);
      assertThat(count).isZero();
      assertThat(some).isBetween(1L, VECTORS / 100);
      assertThat(all).isGreaterThanOrEqualTo(VECTORS);
    }
  }

  /** Runs a read; the bytes of what it brought into memory. */
  private static long read(String body, Snapshot snapshot) {
    long before = Graphs.ENGINE.caches().usedBytes();
    assertThat(Reads.run(Reads.query("", body), Map.of(), snapshot).rowCount()).isPositive();
    return Graphs.ENGINE.caches().usedBytes() - before;
  }

  private static void load(Path root) {
    StringBuilder lines = new StringBuilder();
    String zeros = ",0".repeat(WIDTH - 1);
    for (int i = 0; i < ROWS; i++) {
      lines.append(
          "{\"type\":\"Photo\",\"data\":{\"name\":\"p%d\",\"size\":%d,\"place\":[%d%s]}}\n"
              .formatted(i, i % 7, i, zeros));
    }
    var schema = SchemaCompiler.compile(new SourceText("test.pg", SCHEMA)).schema().orElseThrow();
    try (Graph graph =
        Graphs.create(root.toString(), schema, Optional.empty(), FaultPoints.none())) {
      LoadOutcome outcome =
          new Loader(graph)
              .load(
                  new LoadRequest("main", LoadMode.APPEND, null),
                  LoadSource.bytes(
                      "photos.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8)));
      assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    }
  }
}
