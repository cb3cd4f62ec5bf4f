package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.ground.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Reading {@code cluster.yaml} up to its shape: docs/reference/cluster.md §2.1, §2.2, §2.5 and §26.
 */
class ClusterFileTest {

  @TempDir private Path directory;

  /** A rejected file: {@code code path: message} of each finding. */
  record Rejection(String input, String config, List<String> findings) {

    Rejection(String input, String config, String... findings) {
      this(input, config, List.of(findings));
    }

    @Override
    public String toString() {
      return input;
    }
  }

  static final List<Rejection> MALFORMED =
      List.of(
          new Rejection(
              "nothing",
              "",
              "invalid_cluster_yaml cluster.yaml: the file is empty; expected a map (line 1)"),
          new Rejection(
              "a list",
              "- version: 1",
              "invalid_cluster_yaml cluster.yaml: expected a map on line 1, found a list"),
          new Rejection(
              "a missing required key",
              "graphs: {}",
              "invalid_cluster_yaml cluster.yaml: missing key `version` in the map on line 1;"
                  + " expected an integer from 0 to 4294967295"),
          new Rejection(
              "several documents",
              "version: 1\n---\nversion: 1",
              "invalid_cluster_yaml cluster.yaml: expected one document, found 2 (line 3)"),
          new Rejection(
              "an anchor and its alias",
              "version: 1\ngraphs: &g {}\npolicies: *g",
              "invalid_cluster_yaml cluster.yaml: an anchor cannot be used here; write the value"
                  + " out in each place (line 2)"),
          new Rejection(
              "a map that holds itself",
              "version: 1\ngraphs: &g { a: *g, b: *g }",
              "invalid_cluster_yaml cluster.yaml: an anchor cannot be used here; write the value"
                  + " out in each place (line 2)"),
          new Rejection(
              "an anchored word",
              "version: 1\nstorage: &s data\nmetadata: { name: *s }",
              "invalid_cluster_yaml cluster.yaml: an anchor cannot be used here; write the value"
                  + " out in each place (line 2)"),
          new Rejection(
              "a merge key",
              "version: 1\nmetadata:\n  <<: {name: x}",
              "invalid_cluster_yaml cluster.yaml: a merge key cannot be used here; write the"
                  + " values out (line 3)"));

  static final List<Rejection> MISSHAPEN =
      List.of(
          new Rejection(
              "a version in quotes",
              "version: \"1\"",
              "invalid_cluster_yaml cluster.yaml: expected an integer from 0 to 4294967295 at"
                  + " `version` on line 1, found the string `1`"),
          new Rejection(
              "a version with a sign",
              "version: -1",
              "invalid_cluster_yaml cluster.yaml: expected an integer from 0 to 4294967295 at"
                  + " `version` on line 1, found `-1`"),
          new Rejection(
              "a version beyond 32 bits",
              "version: 4294967296",
              "invalid_cluster_yaml cluster.yaml: expected an integer from 0 to 4294967295 at"
                  + " `version` on line 1, found `4294967296`"),
          new Rejection(
              "an unknown key",
              "version: 1\nwat: true",
              "invalid_cluster_yaml cluster.yaml: unknown key `wat` on line 2; known keys are"
                  + " `version`, `metadata`, `storage`, `state`, `graphs`, `policies`"),
          new Rejection(
              "a misspelt section",
              "version: 1\ngraph:\n\n  # a graph of mine\n  harbor:\n    schema: h.pg",
              "invalid_cluster_yaml cluster.yaml: unknown key `graph` on line 2; did you mean"
                  + " `graphs`?"),
          new Rejection(
              "a misspelt field",
              "version: 1\ngraphs:\n  harbor: { shema: h.pg }",
              "invalid_cluster_yaml cluster.yaml: unknown key `graphs.harbor.shema` on line 3;"
                  + " did you mean `schema`?",
              "invalid_cluster_yaml cluster.yaml: missing key `graphs.harbor.schema` in the map on"
                  + " line 3; expected a string"),
          new Rejection(
              "an unknown key in the header",
              "version: 1\nstate: { backed: cluster }",
              "invalid_cluster_yaml cluster.yaml: unknown key `state.backed` on line 2; did you"
                  + " mean `backend`?"),
          new Rejection(
              "`yes` for a boolean",
              "version: 1\nstate: { lock: yes }",
              "invalid_cluster_yaml cluster.yaml: expected `true` or `false` at `state.lock` on"
                  + " line 2, found the string `yes`"),
          new Rejection(
              "a zero character in a path",
              "version: 1\ngraphs: { g: { schema: \"g\\0.pg\" } }",
              "invalid_cluster_yaml cluster.yaml: the string at `graphs.g.schema` on line 2 holds"
                  + " the character U+0000; remove it"),
          new Rejection(
              "null for a map",
              "version: 1\ngraphs:\npolicies: ~",
              "invalid_cluster_yaml cluster.yaml: expected a map at `graphs` on line 2, found null",
              "invalid_cluster_yaml cluster.yaml: expected a map at `policies` on line 3, found"
                  + " the string `~`"),
          new Rejection(
              "a number for queries",
              "version: 1\ngraphs: { g: { schema: g.pg, queries: 7 } }",
              "invalid_cluster_yaml cluster.yaml: expected a string, a list or a map at"
                  + " `graphs.g.queries` on line 2, found `7`"),
          new Rejection(
              "a list of queries with a map inside",
              "version: 1\ngraphs: { g: { schema: g.pg, queries: [a.gq, {file: b.gq}] } }",
              "invalid_cluster_yaml cluster.yaml: expected a string at `graphs.g.queries[1]` on"
                  + " line 2, found a map"),
          new Rejection(
              "a query without a file",
              "version: 1\ngraphs: { g: { schema: g.pg, queries: { q: {} } } }",
              "invalid_cluster_yaml cluster.yaml: missing key `graphs.g.queries.q.file` in the map"
                  + " on line 2; expected a string"),
          new Rejection(
              "a policy that says nothing",
              "version: 1\npolicies: { p: {} }",
              "invalid_cluster_yaml cluster.yaml: missing key `policies.p.file` in the map on line"
                  + " 2; expected a string",
              "invalid_cluster_yaml cluster.yaml: missing key `policies.p.applies_to` in the map on"
                  + " line 2; expected a list"),
          new Rejection(
              "bindings that are no list",
              "version: 1\npolicies: { p: { file: p.yaml, applies_to: cluster } }",
              "invalid_cluster_yaml cluster.yaml: expected a list at `policies.p.applies_to` on"
                  + " line 2, found the string `cluster`"));

  static final List<Rejection> KEYS =
      List.of(
          new Rejection(
              "a section twice",
              "version: 1\ngraphs: {}\ngraphs: {}",
              "duplicate_yaml_key graphs: duplicate key `graphs` on line 3"),
          new Rejection(
              "a nested key three times",
              "version: 1\ngraphs:\n  g:\n    schema: a\n    schema: b\n    \"schema\": c",
              "duplicate_yaml_key graphs.g.schema: duplicate key `schema` on line 5",
              "duplicate_yaml_key graphs.g.schema: duplicate key `schema` on line 6"),
          new Rejection(
              "twice in flow style",
              "{version: 1, state: {lock: true, lock: true}}",
              "duplicate_yaml_key state.lock: duplicate key `lock` on line 1"),
          new Rejection(
              "a key with a hash inside quotes twice",
              "version: 1\n\"a#b\": 1\n\"a#b\": 1",
              "duplicate_yaml_key a#b: duplicate key `a#b` on line 3"),
          new Rejection(
              "a reserved key",
              "version: 1\npipelines: {}",
              "future_phase_field pipelines: the key `pipelines` on line 2 is reserved and no"
                  + " installed plugin owns it; remove it"),
          new Rejection(
              "duplicate and reserved keys, and a wrong type beside them",
              "version: one\nui:\n  a: 1\ngraphs: {}\ngraphs: {}\nui: {}",
              "duplicate_yaml_key graphs: duplicate key `graphs` on line 5",
              "duplicate_yaml_key ui: duplicate key `ui` on line 6",
              "future_phase_field ui: the key `ui` on line 2 is reserved and no installed plugin"
                  + " owns it; remove it",
              "future_phase_field ui: the key `ui` on line 6 is reserved and no installed plugin"
                  + " owns it; remove it"));

  @ParameterizedTest
  @FieldSource({"MALFORMED", "MISSHAPEN", "KEYS"})
  void aRejectedFileLeavesNoDesiredStateAndNamesThePlace(Rejection rejection) {
    LoadedConfig loaded = load(rejection.config());

    assertThat(loaded.header()).isEmpty();
    assertThat(loaded.desired()).isEmpty();
    assertThat(findings(loaded)).isEqualTo(rejection.findings());
    assertThat(loaded.diagnostics())
        .isNotEmpty()
        .allSatisfy(finding -> {
          assertThat(finding.isError()).isTrue();
          assertThat(finding.span()).isNotNull();
        });
  }

  static final List<String> RESERVED =
      List.of(
          "apply", "env_file", "providers", "pipelines", "embeddings", "ui", "aliases", "bindings");

  @ParameterizedTest
  @FieldSource("RESERVED")
  void everyReservedKeyIsRefusedAtTheTopLevel(String key) {
    LoadedConfig loaded = load("version: 1\n" + key + ": {}");

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code, Diagnostic::path)
        .containsExactly(tuple("future_phase_field", key));
  }

  @Test
  void aReservedWordBelowTheTopLevelIsAnOrdinaryKey() {
    assertThat(findings(load("version: 1\nmetadata: { ui: x }")))
        .singleElement()
        .asString()
        .startsWith("invalid_cluster_yaml cluster.yaml: unknown key `metadata.ui`");
  }

  @Test
  void aKindMayOwnAReservedKey() {
    Kinds kinds = SampleKinds.kindsAnd(new Pipeline());
    write("version: 1\npipelines: { nightly: { file: n.yaml } }");

    LoadedConfig loaded = new ConfigLoader(kinds).load(directory);

    assertThat(loaded.diagnostics()).isEmpty();
  }

  @Test
  void aSyntaxErrorNamesItsLine() {
    assertThat(load("version: 1\ngraphs: [").diagnostics())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("invalid_cluster_yaml");
          assertThat(finding.path()).isEqualTo("cluster.yaml");
          assertThat(finding.message()).contains("(line 2)");
        });
  }

  @Test
  void whatIsNotADirectoryIsNamedAsGiven() {
    Path missing = directory.resolve("./nowhere");

    assertThat(findings(new ConfigLoader(SampleKinds.kinds()).load(missing)))
        .containsExactly(
            "config_dir_not_found "
                + missing
                + ": `"
                + missing
                + "` is not a directory; name the one that holds `cluster.yaml`");
  }

  @Test
  void aDirectoryWithoutClusterFileCannotBeRead() {
    assertThat(findings(new ConfigLoader(SampleKinds.kinds()).load(directory)))
        .containsExactly(
            "cluster_config_read_error cluster.yaml: cannot read `"
                + directory.resolve("cluster.yaml")
                + "`: there is no such file");
  }

  @Test
  void aClusterFileMustBeUtf8() throws IOException {
    Files.write(
        directory.resolve("cluster.yaml"), "version: 1 # é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(findings(new ConfigLoader(SampleKinds.kinds()).load(directory)))
        .singleElement()
        .asString()
        .startsWith("cluster_config_read_error cluster.yaml: ")
        .endsWith("it is not valid UTF-8: line 1, column 14 has the bytes `E9`");
  }

  private LoadedConfig load(String config) {
    write(config);
    return new ConfigLoader(SampleKinds.kinds()).load(directory);
  }

  private void write(String config) {
    Portside.in(directory).write("cluster.yaml", config);
  }

  private static List<String> findings(LoadedConfig loaded) {
    return loaded.diagnostics().stream()
        .map(it -> it.code() + " " + it.path() + ": " + it.message())
        .toList();
  }

  /** A kind of a third party with a section of its own. */
  private static final class Pipeline extends FileKind {

    Pipeline() {
      super("pipeline", "yaml");
    }

    @Override
    public List<ConfigKey> keys() {
      return List.of(
          ConfigKey.section(
              "pipelines",
              new ConfigShape.FieldsOf(
                  List.of(ConfigShape.Field.required("file", new ConfigShape.Text())))));
    }

    @Override
    public void declare(ConfigEntry entry, DeclareContext context) {}
  }
}
