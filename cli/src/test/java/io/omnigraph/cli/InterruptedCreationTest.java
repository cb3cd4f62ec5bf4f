package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed creation of a graph left: a plan leaves it alone, and an apply does it again. */
final class InterruptedCreationTest {

  private static final String SCHEMA = "node Ship { imo: String @key }\n";
  private static final String ID = "01J00000000000000000000000";
  private static final String ROOT = "graphs/harbor.omni";

  @TempDir Path directory;

  @Test
  void aPlanTouchesNothingAndSaysWhatApplyThenDoes() throws IOException {
    write("cluster.yaml", "version: 1\ngraphs:\n  harbor:\n    schema: ./harbor.pg\n");
    write("harbor.pg", SCHEMA);
    cluster("import");
    SortedMap<String, String> imported = files();
    assertThat(cluster("apply").path("converged").asBoolean()).isTrue();

    for (SortedMap<String, String> left : interrupted(files())) {
      SortedMap<String, String> before = new TreeMap<>(imported);
      before.putAll(left);
      before.put("__cluster/recoveries/" + ID + ".json", sidecar());
      lay(before);

      JsonNode plan = cluster("plan");

      assertThat(files()).as("%s", left.keySet()).isEqualTo(before);
      JsonNode applied = cluster("apply");
      assertThat(applied.path("converged").asBoolean()).as("%s: %s", left, applied).isTrue();
      assertThat(applied.path("changes")).as("%s", left.keySet()).isEqualTo(plan.path("changes"));
      assertThat(files()).as("%s", left.keySet()).containsKey(ROOT + "/refs/main.json");
    }
  }

  /** The files below the root after each write, each with the next one unfinished or not begun. */
  private static List<SortedMap<String, String>> interrupted(SortedMap<String, String> whole) {
    List<SortedMap<String, String>> states = new ArrayList<>();
    SortedMap<String, String> written = new TreeMap<>();
    for (String part : List.of("graph.json", "schemas/", "commits/", "refs/")) {
      for (String file : whole.tailMap(ROOT + "/" + part).keySet()) {
        if (file.startsWith(ROOT + "/" + part)) {
          SortedMap<String, String> unfinished = new TreeMap<>(written);
          unfinished.put(file + ".tmp.7d1f", "{");
          states.add(unfinished);
          written.put(file, whole.getOrDefault(file, ""));
          states.add(new TreeMap<>(written));
        }
      }
    }
    assertThat(states).hasSizeGreaterThanOrEqualTo(10);
    return states;
  }

  private String sidecar() {
    return Json.pretty(
        Json.object()
            .put("schema_version", 1)
            .put("operation_id", ID)
            .put("started_at", "2026-06-11T09:00:00Z")
            .putNull("actor")
            .put("kind", "graph_create")
            .put("graph_id", "harbor")
            .put("graph_uri", directory.resolve(ROOT).toString())
            .putNull("observed_manifest_version")
            .putNull("expected_manifest_version")
            .put("desired_schema_digest", Digest.of(SCHEMA).hex())
            .putNull("state_cas_base")
            .putNull("approval_id"));
  }

  private JsonNode cluster(String command) throws IOException {
    String printed =
        new InProcess(directory, FaultPoints.none())
            .succeeds("cluster", command, "--config", directory.toString(), "--json");
    return Json.mapper().readTree(printed);
  }

  private void lay(SortedMap<String, String> files) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(directory)) {
          Files.delete(path);
        }
      }
    }
    for (var file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  private void write(String name, String content) {
    Invocation.write(directory.resolve(name), content);
  }

  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(directory.relativize(path).toString(), Files.readString(path));
      }
    }
    return all;
  }
}
