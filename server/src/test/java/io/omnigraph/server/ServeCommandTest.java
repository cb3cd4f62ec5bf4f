package io.omnigraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.server.http.BindAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cluster d /d/a.omni",
        "--cluster d --target t",
        "--cluster d --config f",
        "/d/a.omni --cluster s3://b/x --config f"
      })
  void aClusterIsAnExclusiveBootSource(String arguments) {
    assertThat(execute(arguments)).isEqualTo(1);
    assertThat(err.toString()).contains("exclusive boot source");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/d/a.omni", "--target t", "--config f", "--unauthenticated"})
  void withoutAClusterThereIsNothingToServe(String arguments) {
    assertThat(execute(arguments)).isEqualTo(1);
    assertThat(err.toString()).contains("no graph to serve", "`--cluster`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nope",
        "--version",
        "a b",
        "--bind 8080 --cluster d",
        "--bind h:99999",
        "--cluster"
      })
  void aWrongCommandLineIsAUsageError(String arguments) {
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: omnigraph-server");
  }

  @Test
  void helpListsTheOptions() {
    assertThat(execute("--help")).isEqualTo(0);
    assertThat(out.toString())
        .contains("--cluster", "--bind", "--unauthenticated", "127.0.0.1:8080");
  }

  @Test
  void aClusterThatIsNotThereIsNotReady(@TempDir Path dir) {
    String cluster = dir.resolve("none").toString();

    assertThat(execute("--unauthenticated --cluster " + cluster)).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("the cluster at '" + cluster + "' is not ready to serve:")
        .contains("[cluster_state_missing]");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, false", "'', false", "0, false", "' FALSE ', false", "1, true", "no, true"})
  void theEnvironmentCanAskForAnOpenServer(@Nullable String value, boolean expected) {
    Map<String, String> environment =
        value == null ? Map.of() : Map.of("OMNIGRAPH_UNAUTHENTICATED", value);

    assertThat(ServeCommand.asksForOpen(environment)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0:8080", "localhost:0", "[::1]:80"})
  void addressesAreReadAndWrittenAlike(String text) {
    assertThat(BindAddress.parse(text)).map(BindAddress::toString).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", ":8080", "h:", "h:x", "::1:80", "h:65536", "h:-1"})
  void otherAddressesAreNone(String text) {
    assertThat(BindAddress.parse(text)).isEmpty();
  }

  private int execute(String arguments) {
    return new CommandLine(ServeCommand.withInstalledPlugins())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
  }
}
