package io.omnigraph.cli.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on graphs of which files are missing or not whole. */
class DamagedFilesTest {

  /** What reads rows, and cannot without their files. */
  private static final List<String> READING =
      GraphCommandLines.LINES.stream()
          .filter(line ->
              line.startsWith("export")
                  || line.equals("query --query #/all.gq @")
                  || line.startsWith("diff")
                  || line.startsWith("branch merge")
                  || line.equals("load --data #/ships.jsonl @"))
          .toList();

  @TempDir private static Path directory;

  private static GraphCommandLines lines;

  @BeforeAll
  static void layOut() {
    lines = new GraphCommandLines(directory);
    lines.layOut();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "cut", "empty", "garbled"})
  void aFileOfRowsThatIsNotWholeIsDamageForWhatReadsIt(String how) throws IOException {
    SoftAssertions softly = new SoftAssertions();
    assertThat(READING).hasSize(5);
    for (String line : GraphCommandLines.LINES) {
      Path graph = lines.copy(how + GraphCommandLines.LINES.indexOf(line) + ".omni");
      try (Stream<Path> files = Files.walk(graph.resolve("tables"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".lance")).toList()) {
          damage(file, how);
        }
      }
      InProcess.Result result = lines.run(line, graph.toString());

      softly.assertThat(result.err()).as(line).doesNotContain("Exception", "\tat ", "DEBUG");
      softly.assertThat(result.err().split("Error:", -1)).as(line).hasSizeLessThanOrEqualTo(2);
      if (READING.contains(line)) {
        softly.assertThat(result.exitCode()).as(line).isEqualTo(1);
        softly
            .assertThat(result.err())
            .as(line)
            .contains("the graph at `" + graph + "` is damaged: ");
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refs", "commits", "schemas", "graph.json"})
  void aFileOfTheGraphThatIsNotWholeIsDamageForEveryCommand(String key) throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String line : GraphCommandLines.LINES) {
      Path graph = lines.copy(key + GraphCommandLines.LINES.indexOf(line) + ".omni");
      try (Stream<Path> files = Files.walk(graph.resolve(key))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          damage(file, "cut");
        }
      }
      InProcess.Result result = lines.run(line, graph.toString());

      softly.assertThat(result.err()).as(line).doesNotContain("Exception", "\tat ", "DEBUG");
      if (result.exitCode() != 0) {
        softly.assertThat(result.err().split("Error:", -1)).as(line).hasSize(2);
        softly.assertThat(result.err()).as(line).containsAnyOf("damaged", "cannot be read");
      }
    }
    softly.assertAll();
  }

  @Test
  void aRepairNamesEachMissingFileOnce() throws IOException {
    Path graph = lines.copy("repaired.omni");
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(graph.resolve("tables"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".lance")).toList()) {
        missing.add(file.getFileName().toString());
        Files.delete(file);
      }
    }

    InProcess.Result result = lines.run("repair @", graph.toString());

    assertThat(missing).hasSizeGreaterThan(1);
    for (String file : missing) {
      assertThat(result.out().split(file, -1)).as(file + result.out()).hasSizeLessThanOrEqualTo(2);
    }
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    switch (how) {
      case "missing" -> Files.delete(file);
      case "cut" -> Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      case "empty" -> Files.write(file, new byte[0]);
      default -> Files.write(file, new byte[whole.length]);
    }
  }
}
