package io.omnigraph.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.desired.LoadedConfig;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/reference/cluster.md §12. */
class ValidateReportTest {

  private static final Path DIRECTORY = Path.of("./portside");

  @Test
  void aValidConfigurationListsItsResources() {
    var report = new ValidateReport(loaded(List.of()));

    assertThat(report.isOk()).isTrue();
    assertThat(Golden.text(report))
        .isEqualTo("cluster config valid: 2 resource(s), 1 dependency edge(s)\n");
    Golden.assertJson("validate.json", report);
  }

  @Test
  void aFindingShowsItsPlace() {
    SourceText source = new SourceText("./portside/harbor.pg", "node Vessel {\n  imo: Strng\n}\n");
    var report =
        new ValidateReport(
            loaded(
                List.of(
                    Diagnostic.error(
                            "schema_parse_error", "graphs.harbor.schema", "unknown type `Strng`")
                        .at(source.span(21, 26)),
                    Diagnostic.warning(
                        "query_dir_empty", "graphs.harbor.queries", "`stored` is empty"))));

    assertThat(report.isOk()).isFalse();
    assertThat(report.text())
        .isEqualTo(
            """
            cluster config invalid
            ERROR schema_parse_error graphs.harbor.schema: unknown type `Strng`
                ./portside/harbor.pg:2:8
                  imo: Strng
                       ^^^^^
            WARN  query_dir_empty graphs.harbor.queries: `stored` is empty
            """);
    assertThat(report.json().get("diagnostics"))
        .hasToString(
            "[{\"code\":\"schema_parse_error\",\"severity\":\"error\","
                + "\"path\":\"graphs.harbor.schema\",\"message\":\"unknown type `Strng`\","
                + "\"line\":2,\"column\":8,\"file\":\"./portside/harbor.pg\"},"
                + "{\"code\":\"query_dir_empty\",\"severity\":\"warning\","
                + "\"path\":\"graphs.harbor.queries\",\"message\":\"`stored` is empty\"}]");
  }

  @Test
  void warningsAloneLeaveItValid() {
    var report =
        new ValidateReport(loaded(List.of(Diagnostic.warning("query_dir_empty", "x", "empty"))));

    assertThat(report.isOk()).isTrue();
    assertThat(report.text())
        .isEqualTo(
            """
            cluster config valid: 2 resource(s), 1 dependency edge(s)
            WARN  query_dir_empty x: empty
            """);
  }

  @Test
  void withoutADesiredStateThereIsNothingToList() {
    var report =
        new ValidateReport(
            new LoadedConfig(
                DIRECTORY,
                Optional.empty(),
                Optional.empty(),
                List.of(Diagnostic.error("invalid_cluster_yaml", "cluster.yaml", "empty"))));

    assertThat(report.isOk()).isFalse();
    assertThat(report.json())
        .hasToString(
            "{\"ok\":false,\"config_dir\":\"./portside\","
                + "\"config_file\":\"./portside/cluster.yaml\",\"resource_digests\":{},"
                + "\"resources\":[],\"dependencies\":[],\"diagnostics\":["
                + "{\"code\":\"invalid_cluster_yaml\",\"severity\":\"error\","
                + "\"path\":\"cluster.yaml\",\"message\":\"empty\"}]}");
  }

  private static LoadedConfig loaded(List<Diagnostic> diagnostics) {
    Declared graph =
        Declared.composite(new Address("graph", "harbor")).withDigest(States.digest("a"));
    Declared schema =
        Declared.file(
                new Address("schema", "harbor"),
                new SourceFile(DIRECTORY.resolve("harbor.pg"), "node Vessel {}"))
            .withDigest(States.digest("b"))
            .dependingOn(graph.address());
    SortedMap<Address, Declared> resources = new TreeMap<>();
    resources.put(graph.address(), graph);
    resources.put(schema.address(), schema);
    return new LoadedConfig(
        DIRECTORY,
        Optional.of(new LoadedConfig.Header("/srv/portside", true)),
        Optional.of(new DesiredState(States.CONFIG, resources)),
        diagnostics);
  }
}
