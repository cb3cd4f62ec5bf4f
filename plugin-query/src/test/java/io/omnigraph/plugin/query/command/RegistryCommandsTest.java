package io.omnigraph.plugin.query.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.plugin.query.command.CommandRuns.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for the stored queries that {@code omnigraph.yaml} registers. */
class RegistryCommandsTest {

  private static final String QUERIES =
      """
      query born($y: I32?, $names: [String]) { match { $a: Author {born: $y} } return { $a } }
      query rename($h: String) { update Author set { born: null } where handle = $h }
      query near($v: Vector(3)) { match { $a: Author } return { $a } }
      query broken() { match { $a: Autor } return { $a } }
      """;

  @TempDir private Path directory;

  private final Map<String, String> settings = new TreeMap<>();

  @BeforeEach
  void writeQueries() throws IOException {
    Files.writeString(directory.resolve("q.gq"), QUERIES);
  }

  @Test
  void listShowsWhatIsRegistered() {
    register("queries", "rename", "born");
    settings.put("queries.born.mcp.tool_name", "by_year");
    settings.put("queries.rename.mcp.expose", "false");

    assertThat(run("list"))
        .isEqualTo(
            new Outcome(
                0,
                """
                read  born($y: I32?, $names: [String]) [mcp: by_year]
                mutation  rename($h: String)
                """,
                ""));
    assertThat(run("list", "--json").out())
        .contains("\"tool_name\": null", "\"mutation\": true", "\"type\": \"[String]\"");
  }

  @Test
  void listAsksForAGraphWhereOnlyGraphsHaveQueries() {
    assertThat(run("list").out()).isEqualTo("(no stored queries registered)\n");

    register("graphs.quay.queries", "born");

    assertThat(run("list").err())
        .isEqualTo("Error: no graph is selected; name one with --target: quay\n");
    assertThat(run("list", "--target", "quay").out()).startsWith("read  born(");
    assertThat(run("list", "--target", "dock").err()).contains("graph 'dock' not found");
  }

  @Test
  void aNamedGraphAndQueriesAtTheTopExcludeEachOther() {
    register("queries", "rename");
    register("graphs.quay.queries", "born");

    assertThat(run("list", "--target", "quay").err()).contains("quay", "`queries` at its top");
  }

  @Test
  void everythingThatIsBrokenIsReportedAtOnce() {
    register("queries", "born", "gone", "rename");
    settings.put("queries.rename.mcp.tool_name", "born");
    settings.put("queries.lost.file", "nope.gq");

    Outcome outcome = run("list");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(
            "has no `query gone`", "query 'lost': cannot read", "tool name `born` is already");
  }

  @Test
  void validateChecksAgainstTheGraph() {
    String root = directory.resolve("authors.omni").toString();
    StoredAuthors.in(Path.of(root)).close();
    register("queries", "born", "near");

    Outcome valid = run("validate", root);
    register("queries", "broken");
    Outcome broken = run("validate", root);

    assertThat(valid.exitCode()).isZero();
    assertThat(valid.out())
        .isEqualTo(
            """
            OK  2 stored queries type-check against the schema
            WARN   query 'near': an exposed query takes a vector parameter
            """);
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out())
        .startsWith(
            "ERROR  query 'broken': type error: T1: unknown node type `Autor`; did you mean");
    assertThat(run("validate", root, "--json").out())
        .contains(
            "\"ok\": false", "\"code\": \"T1\"", "\"candidates\": [\n", "\"fix\": \"Author\"");
  }

  private void register(String section, String... queries) {
    for (String query : queries) {
      settings.put(section + "." + query + ".file", "q.gq");
    }
  }

  private Outcome run(Object... arguments) {
    return CommandRuns.on(new Configured(), arguments);
  }

  /** A context whose configuration is the settings. */
  private final class Configured extends CommandRuns.LocalContext {

    @Override
    public Optional<String> setting(TargetOptions options, String path) {
      return Optional.ofNullable(settings.get(path));
    }

    @Override
    public List<String> settingNames(TargetOptions options, String path) {
      String below = path + ".";
      return settings.keySet().stream()
          .filter(key -> key.startsWith(below))
          .map(key -> key.substring(below.length()))
          .map(key -> key.contains(".") ? key.substring(0, key.indexOf('.')) : key)
          .distinct()
          .toList();
    }

    @Override
    public String settingPath(TargetOptions options, String path) {
      return directory.resolve(path).toString();
    }

    @Override
    public Optional<String> selectedGraph(TargetOptions options) {
      return options.target();
    }
  }
}
