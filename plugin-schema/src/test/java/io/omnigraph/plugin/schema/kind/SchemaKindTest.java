package io.omnigraph.plugin.schema.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Difference;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.graph.live.InMemoryGraphs;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaKindTest {

  private static final String URI = InMemoryCluster.ROOT + "/graphs/harbor.omni";
  private static final Address SCHEMA = new Address("schema", "harbor");
  private static final SourceSpan KEY = new SourceSpan("cluster.yaml", 5, 13, "schema: x\n ^");

  private final InMemoryCluster cluster = new InMemoryCluster();
  private final InMemoryGraphs graphs = new InMemoryGraphs();
  private final SchemaKind kind = new SchemaKind(() -> Optional.of(graphs));

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ResourceKind.class)).hasAtLeastOneElementOfType(SchemaKind.class);
  }

  @Test
  void saysHowItsOperationsAreCarriedOut() {
    assertThat(kind.execution(Operation.CREATE)).isEqualTo(Execution.CARRIED);
    assertThat(kind.execution(Operation.UPDATE)).isEqualTo(Execution.FENCED);
    assertThat(kind.execution(Operation.DELETE)).isEqualTo(Execution.CARRIED);
    assertThat(kind.fencedOperations()).containsOnlyKeys(Operation.UPDATE);
    assertThat(kind.approvalReason(Operation.DELETE))
        .contains("delete may remove a deployed graph or schema definition");
    assertThat(kind.approvalReason(Operation.UPDATE)).isEmpty();
  }

  @Test
  void declaresAFileWithItsSchemaBelowItsGraph() {
    cluster.files.put("harbor.pg", "node V {}\n");

    declare("harbor");

    assertThat(cluster.diagnostics).isEmpty();
    Declared declared = cluster.declared(SCHEMA).orElseThrow();
    assertThat(declared.digest()).isEqualTo(Digest.of("node V {}\n"));
    assertThat(declared.dependsOn()).containsExactly(new Address("graph", "harbor"));
    assertThat(declared.model(Schema.class)).isPresent();
  }

  @Test
  void aNameThatIsNoGraphIdIsCheckedButNotDeclared() {
    cluster.files.put("harbor.pg", "node V {");

    declare("no graph");

    assertThat(cluster.declared).isEmpty();
    assertThat(cluster.diagnostics).extracting(Diagnostic::code).contains("schema_parse_error");
  }

  record Wrong(Optional<String> source, String code, String message, String place) {}

  static final List<Wrong> WRONG =
      List.of(
          new Wrong(
              Optional.empty(),
              "schema_file_missing",
              "cannot read the schema file `config/harbor.pg`: no such file",
              "cluster.yaml:5:13"),
          new Wrong(
              Optional.of("node V {\n  a: Strng\n}"),
              "schema_parse_error",
              "unknown type `Strng`; did you mean `String`?",
              "config/harbor.pg:2:6"),
          new Wrong(
              Optional.of("node V {} edge E: V -> W"),
              "schema_catalog_error",
              "edge `E` references unknown target type `W`; did you mean `V`?",
              "config/harbor.pg:1:24"));

  @ParameterizedTest
  @FieldSource("WRONG")
  void reportsWhatIsWrongWithAFile(Wrong wrong) {
    wrong.source().ifPresent(source -> cluster.files.put("harbor.pg", source));

    declare("harbor");

    Diagnostic diagnostic = cluster.diagnostics.getFirst();
    assertThat(cluster.diagnostics).hasSize(1);
    assertThat(diagnostic.code()).isEqualTo(wrong.code());
    assertThat(diagnostic.isError()).isTrue();
    assertThat(diagnostic.path()).isEqualTo("graphs.harbor.schema");
    assertThat(diagnostic.message()).isEqualTo(wrong.message());
    assertThat(diagnostic.span()).extracting(SourceSpan::place).isEqualTo(wrong.place());
    assertThat(cluster.declared.values()).noneMatch(d -> d.model(Schema.class).isPresent());
  }

  @Test
  void anUpdateShowsItsMigration() {
    graphs.add(URI, "node Person { flag: String? }");

    Preview preview = preview("node Person { born: I32? }");

    assertThat(preview.field()).isEqualTo("migration");
    assertThat(preview.lines())
        .containsExactly("add_property Person.born (I32?)", "drop_property Person.flag [soft]");
    assertThat(preview.json())
        .hasToString(
            "{\"supported\":true,\"steps\":[{\"kind\":\"add_property\",\"type_kind\":\"node\","
                + "\"type_name\":\"Person\",\"property_name\":\"born\",\"property_type\":"
                + "{\"scalar\":\"I32\",\"nullable\":true,\"list\":false,\"enum_values\":null}},"
                + "{\"kind\":\"drop_property\",\"type_kind\":\"node\",\"type_name\":\"Person\","
                + "\"property_name\":\"flag\",\"mode\":\"soft\"}]}");
    assertThat(preview.diagnostics()).isEmpty();
  }

  @Test
  void anUnsupportedMigrationIsShownToo() {
    graphs.add(URI, "node Person {}");

    Preview preview = preview("node Person { born: I32 }");

    assertThat(preview.lines())
        .containsExactly(
            "migration UNSUPPORTED:",
            "unsupported: adding required property 'Person.born' requires a backfill;"
                + " make it nullable, or give existing rows a value with @default [OG-MF-103]");
    assertThat(preview.diagnostics()).isEmpty();
  }

  @Test
  void otherBranchesDoNotHideTheMigrationButAreWarnedOf() {
    var graph = graphs.add(URI, "node Person {}");
    graph.branch("feature");
    graph.stuckBranch("old");

    Preview preview = preview("node Person { born: I32? }");

    assertThat(preview.json()).isNotNull();
    assertThat(preview.diagnostics())
        .containsExactly(
            Diagnostic.warning(
                "schema_preview_unavailable",
                "schema.harbor",
                "the migration is shown, but apply will refuse it: [OG-NL-101] branch 'old' cannot"
                    + " be carried over: [OG-MF-107] 2 rows break it;"
                    + " mend, merge or delete the branch first"));
    assertThat(preview.lines())
        .containsExactly(
            "add_property Person.born (I32?)",
            "branch 'feature' is carried over (1 step)",
            "branch 'old' cannot be carried over: [OG-MF-107] 2 rows break it;"
                + " mend, merge or delete the branch first");
  }

  @Test
  void withoutAGraphThereIsAWarningAndNoMigration() {
    Preview preview = preview("node Person {}");

    assertThat(preview.json()).isNull();
    assertThat(preview.diagnostics())
        .containsExactly(
            Diagnostic.warning(
                "schema_preview_unavailable",
                "schema.harbor",
                "the migration of `schema.harbor` cannot be previewed: nothing is at `"
                    + URI
                    + "`: not found"));
  }

  @Test
  void onlyUpdatesAreShown() {
    Declared declared = declared("node V {}");

    assertThat(kind.preview(new Change.Create(declared), cluster)).isEmpty();
  }

  private Preview preview(String desired) {
    Recorded recorded =
        GraphIntent.recordedSchema(new Address("graph", "harbor"), Digest.of("whatever"));
    Change change = new Change.Update(declared(desired), recorded, Difference.CONTENT);
    return kind.preview(change, cluster).orElseThrow();
  }

  private Declared declared(String source) {
    cluster.files.put("harbor.pg", source);
    declare("harbor");
    return cluster.declared(SCHEMA).orElseThrow();
  }

  private void declare(String graph) {
    ConfigNode path = new ConfigNode.Text("harbor.pg", KEY);
    var fields = new ConfigNode.Fields(Map.of("schema", path), KEY);
    kind.declare(new ConfigEntry("graphs", graph, fields), cluster);
  }
}
