package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who acts: the flag, then {@code omnigraph.yaml}, then the operator's own file. */
final class ActorTest {

  /** The sources that are there, and who acts. */
  record Case(String flag, String omnigraphYaml, String operatorFile, String actor) {}

  static final List<Case> CASES =
      List.of(
          new Case("ana", "bo", "cy", "ana"),
          new Case("", "bo", "cy", "bo"),
          new Case("", "", "cy", "cy"),
          new Case("", "bo", "", "bo"),
          new Case("", "", "", "nobody"));

  @TempDir private Path directory;

  @ParameterizedTest
  @FieldSource("CASES")
  void theFirstSourceThatSaysSoDecides(Case row) {
    if (!row.omnigraphYaml().isEmpty()) {
      Invocation.write(
          directory.resolve("omnigraph.yaml"), "cli: { actor: " + row.omnigraphYaml() + " }\n");
    }
    if (!row.operatorFile().isEmpty()) {
      Invocation.write(
          directory.resolve("home/config.yaml"),
          "operator: { actor: " + row.operatorFile() + " }\n");
    }
    Invocation invocation = invocation();

    int code =
        row.flag().isEmpty()
            ? invocation.run("branch", "whoami")
            : invocation.run("branch", "whoami", "--as", row.flag());

    assertThat(code).isZero();
    assertThat(invocation.out()).isEqualTo(row.actor() + "\n");
  }

  @Test
  void aBrokenFileIsNotOpenedWhenTheFlagIsThere() {
    Invocation.write(directory.resolve("omnigraph.yaml"), "cli: [");
    Invocation invocation = invocation();

    assertThat(invocation.run("--as", "ana", "branch", "whoami")).isZero();

    assertThat(invocation.err()).isEmpty();
  }

  @Test
  void aBrokenFileEndsAClusterCommandThatNeedsIt() {
    Invocation.write(directory.resolve("omnigraph.yaml"), "cli: [");
    Invocation invocation = invocation();

    assertThat(invocation.run("cluster", "apply")).isEqualTo(1);

    assertThat(invocation.err()).contains("omnigraph.yaml").contains("--as");
  }

  private Invocation invocation() {
    return new Invocation(
        directory, Map.of("OMNIGRAPH_HOME", directory.resolve("home").toString()));
  }
}
