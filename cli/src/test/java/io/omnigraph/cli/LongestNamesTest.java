package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest name that validates can be applied, and a longer one is refused with its place. */
class LongestNamesTest {

  private static final String LONGEST = "n".repeat(FileNames.MOST_BYTES);
  private static final String LONGER = LONGEST + "n";

  @TempDir private Path directory;

  private InProcess commands;

  @BeforeEach
  void writeFiles() throws IOException {
    commands = new InProcess(directory, FaultPoints.none());
    Files.writeString(directory.resolve("harbor.pg"), "node Ship { name: String @key }\n");
    Files.writeString(
        directory.resolve("rules.yaml"),
        """
        version: 1
        groups: { crew: [kim] }
        rules:
          - id: crew-reads
            allow: { actors: { group: crew }, actions: [read], branch_scope: any }
        """);
  }

  @Test
  void theLongestNamesOfAClusterAreValidAndApplied() throws IOException {
    write(LONGEST);

    cluster("validate");
    cluster("import");
    assertThat(cluster("apply", "--as", "kim")).contains("converged: true");
    assertThat(cluster("plan")).contains("no changes");
    assertThat(cluster("status", "--json"))
        .contains("query.harbor." + LONGEST, "policy." + LONGEST);
  }

  @Test
  void longerNamesOfAClusterAreRefusedWithTheirPlaces() throws IOException {
    write(LONGER);

    InProcess.Result refused =
        commands.run("cluster", "validate", "--config", directory.toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out() + refused.err())
        .contains("invalid_resource_id", "policies." + LONGER, "queries." + LONGER)
        .contains("is too long: expected at most 209 bytes when it is percent-encoded, found 210");
  }

  @Test
  void theLongestNamesOfAGraphAreUsableAndLongerOnesAreRefused() {
    String graph = directory.resolve("g.omni").toString();
    commands.succeeds("init", "--schema", directory.resolve("harbor.pg").toString(), graph);

    for (String kind : new String[] {"branch", "tag"}) {
      commands.succeeds(kind, "create", LONGEST, "--uri", graph);
      assertThat(commands.succeeds(kind, "list", graph)).contains(LONGEST);
      InProcess.Result refused = commands.run(kind, "create", LONGER, "--uri", graph);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).startsWith("Error: the name `nnn").contains("is too long");
    }
    commands.succeeds("snapshot", graph, "--branch", LONGEST);
  }

  private void write(String name) throws IOException {
    Files.writeString(
        directory.resolve("all.gq"),
        "query %s() { match { $s: Ship } return { $s.name } }%n".formatted(name));
    Files.writeString(
        directory.resolve("cluster.yaml"),
        """
        version: 1
        metadata: { name: port }
        graphs:
          harbor:
            schema: ./harbor.pg
            queries:
              %1$s: { file: ./all.gq }
        policies:
          %1$s: { file: ./rules.yaml, applies_to: [harbor] }
        """
            .formatted(name));
  }

  private String cluster(String command, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "cluster";
    arguments[1] = command;
    arguments[2] = "--config";
    arguments[3] = directory.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return commands.succeeds(arguments);
  }
}
