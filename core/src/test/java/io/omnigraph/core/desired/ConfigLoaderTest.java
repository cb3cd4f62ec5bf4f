package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.ground.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declaring resources: docs/reference/cluster.md §2.4, §2.5, §3 and §26. */
class ConfigLoaderTest {

  @TempDir private Path directory;

  @Test
  void everyResourceKnowsItsDependenciesAndItsSource() {
    DesiredState desired = Portside.in(directory).load(Portside.CONFIG).desired().orElseThrow();

    assertThat(edges(desired))
        .containsExactly(
            "policy.ops -> graph.harbor",
            "query.harbor.vessel_by_imo -> graph.harbor",
            "query.harbor.vessel_by_imo -> schema.harbor",
            "schema.harbor -> graph.harbor");
    assertThat(desired.resource(new Address("schema", "harbor")).orElseThrow().source())
        .satisfies(source -> assertThat(source.path()).isEqualTo(directory.resolve("harbor.pg")));
    assertThat(desired.resource(new Address("graph", "harbor")).orElseThrow().source()).isNull();
  }

  @Test
  void everyFindingOfARunIsReported() {
    LoadedConfig loaded = new ConfigLoader(SampleKinds.kinds()).load(written(Portside.CONFIG));

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code, Diagnostic::path)
        .containsExactly(
            tuple("schema_file_missing", "graphs.harbor.schema"),
            tuple("query_file_missing", "graphs.harbor.queries.vessel_by_imo.file"),
            tuple("policy_file_missing", "policies.ops.file"));
    assertThat(loaded.desired().orElseThrow().resources())
        .containsOnlyKeys(new Address("graph", "harbor"));
  }

  @Test
  void findingsFollowTheKindsAndThenTheNames() {
    LoadedConfig loaded =
        Portside.in(directory)
            .load(
                """
                version: 3
                policies:
                  .p: { file: ops.policy.yaml, applies_to: [] }
                graphs:
                  z: { schema: missing.pg }
                  a-: { schema: missing.pg }
                  7a: { schema: harbor.pg }
                """);

    assertThat(loaded.diagnostics().stream().map(it -> it.code() + " " + it.path()))
        .containsExactly(
            "unsupported_cluster_config_version version",
            "invalid_resource_id graphs.7a",
            "schema_file_missing graphs.a-.schema",
            "schema_file_missing graphs.z.schema",
            "invalid_resource_id policies..p");
  }

  @Test
  void theHeaderAloneIsReadWithoutTheSources() {
    LoadedConfig loaded =
        new ConfigLoader(SampleKinds.kinds()).loadHeader(written(Portside.CONFIG));

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.header()).isPresent();
    assertThat(loaded.desired()).isEmpty();
  }

  @Test
  void theHeaderAloneStillNeedsTheRightShape() {
    LoadedConfig loaded =
        new ConfigLoader(SampleKinds.kinds()).loadHeader(written("version: 1\nwat: 1"));

    assertThat(loaded.header()).isEmpty();
    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("invalid_cluster_yaml");
  }

  @Test
  void absoluteSourcePathsAreUsedAsTheyAre() {
    Path elsewhere = directory.resolve("harbor.pg").toAbsolutePath();
    LoadedConfig loaded =
        Portside.in(directory).load(Portside.CONFIG.replace("harbor.pg", elsewhere.toString()));

    assertThat(loaded.diagnostics()).isEmpty();
  }

  @Test
  void aKindAddsItsKeysToTheSectionsOfOthers() {
    var notes = new Notes();
    Path config = written(Portside.CONFIG.replace("schema:", "notes: hello\n    schema:"));
    Portside.in(directory);

    LoadedConfig with = new ConfigLoader(SampleKinds.kindsAnd(notes)).load(config);
    written(Portside.CONFIG);
    LoadedConfig without = new ConfigLoader(SampleKinds.kindsAnd(notes)).load(config);

    assertThat(with.diagnostics()).isEmpty();
    assertThat(notes.entries).containsExactly("graphs.harbor", "graphs.harbor");
    assertThat(with.desired().orElseThrow().configDigest().hex())
        .isNotEqualTo(without.desired().orElseThrow().configDigest().hex());
    assertThat(without.desired().orElseThrow().configDigest().hex()).startsWith("be336a17");
  }

  @Test
  void twoKindsCannotOwnOneKey() {
    assertThatThrownBy(() -> new ConfigLoader(SampleKinds.kindsAnd(new Claimant("graphs"))))
        .hasMessage("the kind `graph` wants the key `graphs`, which has an owner already");
    assertThatThrownBy(() -> new ConfigLoader(SampleKinds.kindsAnd(new Claimant("version"))))
        .hasMessage("the kind `claimant` wants the key `version`, which has an owner already");
  }

  @Test
  void aKindDeclaresItsOwnResourcesOnly() {
    var kinds = SampleKinds.kindsAnd(new Claimant("claims"));
    Path config = written("version: 1\nclaims: { x: {} }");

    assertThatThrownBy(() -> new ConfigLoader(kinds).load(config))
        .hasMessage("the kind `claimant` declared `graph.x`, which is not its own");
  }

  private Path written(String config) {
    try {
      Files.writeString(directory.resolve("cluster.yaml"), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }

  private static List<String> edges(DesiredState desired) {
    List<String> edges = new ArrayList<>();
    for (Declared resource : desired.resources().values()) {
      resource.dependsOn().forEach(to -> edges.add(resource.address() + " -> " + to));
    }
    return edges;
  }

  /** Adds a field to graphs and declares nothing. */
  private static final class Notes extends FileKind {

    private final List<String> entries = new ArrayList<>();

    Notes() {
      super("note", "txt");
    }

    @Override
    public List<ConfigKey> keys() {
      return List.of(ConfigKey.optionalField("graphs", "notes", new ConfigShape.Text()));
    }

    @Override
    public void declare(ConfigEntry entry, DeclareContext context) {
      entries.add(entry.path());
    }
  }

  /** Owns a section and declares resources of another kind. */
  private static final class Claimant extends FileKind {

    private final String section;

    Claimant(String section) {
      super("claimant", "txt");
      this.section = section;
    }

    @Override
    public List<ConfigKey> keys() {
      return List.of(ConfigKey.section(section, new ConfigShape.FieldsOf(List.of())));
    }

    @Override
    public void declare(ConfigEntry entry, DeclareContext context) {
      context.declare(Declared.composite(new Address("graph", entry.name())));
    }
  }
}
