package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCrashTest {

  private static final int ROWS = 50_000;

  @TempDir Path directory;

  @Test
  void aLoadThatDiesInTheMiddleLeavesNothingVisibleAndTheNextOneWorks()
      throws IOException, InterruptedException {
    Path file = directory.resolve("ports.jsonl");
    Files.write(file, IntStream.range(0, ROWS).mapToObj(LoadCrashTest::port).toList());
    create().close();

    assertThat(die(file)).isEqualTo(DyingLoad.EXIT_CODE);

    try (Graph graph = Graphs.open(root(), FaultPoints.none())) {
      assertThat(graph.history("main")).hasSize(1);
      assertThat(graph.snapshot(ReadTarget.main()).nodes("Port").size()).isZero();
      new Loader(graph).load(new LoadRequest("main", LoadMode.MERGE, null), LoadSource.file(file));
      assertThat(graph.snapshot(ReadTarget.main()).nodes("Port").liveCount()).isEqualTo(ROWS);
      assertThat(graph.history("main")).hasSize(2);
    }
  }

  private int die(Path file) throws IOException, InterruptedException {
    return new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                DyingLoad.class.getName(),
                root(),
                file.toString(),
                String.valueOf(ROWS)))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start()
        .waitFor();
  }

  private Graph create() {
    return Graphs.create(root(), Harbour.schema(), Optional.empty(), FaultPoints.none());
  }

  private String root() {
    return directory.resolve("harbour.omni").toString();
  }

  private static String port(int number) {
    return "{\"type\":\"Port\",\"data\":{\"code\":\"c%d\",\"name\":\"Port %d\"}}"
        .formatted(number, number);
  }
}
