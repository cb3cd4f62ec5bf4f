package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How a command finds its graph, and the token for it. */
final class AddressingTest {

  /** Arguments, and the graph that they select; {@code /w} stands for the directory. */
  record Selected(String arguments, String graph) {}

  /** Arguments that select nothing, with the exit code and what is said. */
  record Refused(String arguments, int exitCode, List<String> said) {}

  static final List<Selected> SELECTED =
      List.of(
          new Selected("probe", "local /w/./quay.omni"),
          new Selected("probe --target quay", "local /w/./quay.omni"),
          new Selected("probe --target far", "remote https://far.example far-token"),
          new Selected("probe ./other.omni", "local ./other.omni"),
          new Selected("probe --uri ./other.omni/", "local ./other.omni"),
          new Selected("probe ./other.omni --target far", "local ./other.omni"),
          new Selected("probe https://elsewhere", "remote https://elsewhere everywhere"),
          new Selected("probe --server dev", "remote http://h:8080 stored-dev"),
          new Selected(
              "probe --server dev --graph quay", "remote http://h:8080/graphs/quay stored-dev"),
          new Selected("--server dev --graph b probe", "remote http://h:8080/graphs/b from-env"),
          new Selected("probe http://h:8080-evil/x", "remote http://h:8080-evil/x everywhere"));

  static final List<Refused> REFUSED =
      List.of(
          new Refused("probe --target ghost", 1, List.of("ghost", "not found", "far, quay")),
          new Refused("probe ./x --server dev", 1, List.of("exclusive")),
          new Refused("probe --server nope", 1, List.of("unknown server 'nope'", "dev")),
          new Refused("probe --graph quay", 2, List.of("--server")),
          new Refused("probe ./x --uri ./y", 2, List.of("twice")),
          new Refused("probe --config nowhere.yaml", 1, List.of("No such file", "nowhere.yaml")),
          new Refused("probe --json=true", 2, List.of("takes no value")),
          new Refused("probe --jsn", 2, List.of("--jsn")),
          new Refused("probe a b", 2, List.of("b")),
          new Refused("probe --target a --target b", 2, List.of("--target")),
          new Refused("branch", 2, List.of("Usage: omnigraph branch")),
          new Refused("", 2, List.of("Usage: omnigraph")));

  @TempDir private Path directory;

  @BeforeEach
  void writeTheFilesOfAnOperator() throws Exception {
    Invocation.write(
        directory.resolve("omnigraph.yaml"),
        """
        graphs:
          quay: { uri: ./quay.omni }
          far: { uri: https://far.example, bearer_token_env: FAR_TOK }
        cli: { graph: quay }
        """);
    Invocation.write(
        directory.resolve("operator/config.yaml"),
        """
        servers:
          dev: { url: "http://h:8080/" }
          dev-b: { url: "http://h:8080/graphs/b" }
        """);
    Path credentials = directory.resolve("operator/credentials");
    Invocation.write(credentials, "[dev]\ntoken = \"stored-dev\"\n");
    java.nio.file.Files.setPosixFilePermissions(
        credentials, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @FieldSource("SELECTED")
  void theGraphIsSelected(Selected selected) {
    Invocation invocation = invocation();

    int code = invocation.run(selected.arguments().split(" "));

    assertThat(invocation.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(invocation.out()).isEqualTo(selected.graph().replace("/w", path()) + "\n");
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void aWrongSelectionIsRefused(Refused refused) {
    Invocation invocation = invocation();
    String[] arguments =
        refused.arguments().isEmpty() ? new String[0] : refused.arguments().split(" ");

    int code = invocation.run(arguments);

    assertThat(invocation.err()).contains(refused.said());
    assertThat(code).isEqualTo(refused.exitCode());
    assertThat(invocation.out()).isEmpty();
  }

  @Test
  void withoutAnySelectionTheMessageSaysHowToMakeOne() {
    var invocation = new Invocation(directory.resolve("operator"), Map.of());

    assertThat(invocation.run("probe")).isEqualTo(1);

    assertThat(invocation.err()).contains("--target").contains("cli.graph");
  }

  @Test
  void credentialsThatOthersMayReadAreRefused() throws Exception {
    java.nio.file.Files.setPosixFilePermissions(
        directory.resolve("operator/credentials"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    Invocation invocation = invocation();

    assertThat(invocation.run("probe", "--server", "dev")).isEqualTo(1);

    assertThat(invocation.err()).contains("chmod 600");
  }

  @Test
  void anUnknownKeyIsAWarningThatSuggestsTheNearest() {
    Invocation.write(directory.resolve("omnigraph.yaml"), "cli: { actr: kim, graph: q }\n");
    Invocation invocation = invocation();

    assertThat(invocation.run("branch", "whoami")).isZero();

    assertThat(invocation.err())
        .contains("unknown key `cli.actr` is ignored; did you mean `actor`?");
  }

  private Invocation invocation() {
    return new Invocation(
        directory,
        Map.of(
            "OMNIGRAPH_HOME",
            directory.resolve("operator").toString(),
            "FAR_TOK",
            " far-token ",
            "OMNIGRAPH_BEARER_TOKEN",
            "everywhere",
            "OMNIGRAPH_TOKEN_DEV_B",
            "from-env"));
  }

  private String path() {
    return directory.toAbsolutePath().toString();
  }
}
