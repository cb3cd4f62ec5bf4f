package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.ground.fault.FaultPoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of records that mean nothing to the schema. */
class IgnoredMembersTest {

  @TempDir Path directory;

  @Test
  void membersThatMeanNothingAreCountedHoweverARecordIsRead() {
    String records =
        """
        {"type":"Port","note":1,"data":{"code":"A","name":"a","id":"A","depth":3}}
        {"type":"Port","data":{"code":"B","name":"b","depth":[3],"tug":{"x":1}}}
        {"type":"Remark","data":{"text":"calm"}}
        """;
    String root = directory.resolve("harbour.omni").toString();

    try (Graph graph =
        Graphs.create(root, Harbour.schema(), Optional.empty(), FaultPoints.none())) {
      assertThat(
              new Loader(graph)
                  .load(
                      new LoadRequest("main", LoadMode.MERGE, null),
                      LoadSource.bytes("records", records.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(
              new LoadOutcome.Loaded(
                  new TreeMap<>(Map.of("node:Port", 2L, "node:Remark", 1L)), false, 4));
    }
  }
}
