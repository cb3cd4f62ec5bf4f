package io.omnigraph.plugin.graph.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access.Check;
import io.omnigraph.api.serving.PathParameter.Resolution;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.graph.Graphs;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.io.load.Harbour;
import io.omnigraph.plugin.graph.serving.FakeServer.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphServingTest {

  private static final Address HARBOR = new Address("graph", "harbor");
  private static final String PORT =
      "{\"type\":\"Port\",\"data\":{\"code\":\"NLRTM\",\"name\":\"Rotterdam\"}}";

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(get("getSnapshot", "branch", "night"), 404, "branch 'night' not found"),
          new Refusal(get("getSnapshot", "branch", "a..b"), 400, "`a..b` is not a branch name"),
          new Refusal(get("listCommits", "branch", "night"), 404, "branch 'night' not found"),
          new Refusal(get("listCommits", "limit", "0"), 400, "`limit` must be a whole number"),
          new Refusal(get("listCommits", "before", "01JY"), 404, "commit '01JY' not found"),
          new Refusal(get("getCommit", "x", "x"), 404, "commit '01JY' not found"),
          new Refusal(ingest("night", null, PORT), 404, "branch 'night' not found"),
          new Refusal(ingest("night", "dusk", PORT), 404, "branch 'dusk' not found"),
          new Refusal(ingest("__schema_apply_lock__", null, PORT), 400, "internal system ref"),
          new Refusal(ingest(null, null, "{"), 400, "invalid JSON at record 1"),
          new Refusal(ingest(null, null, "{}"), 400, "record 1: expected 'type' or 'edge' field"),
          new Refusal(export("night", "Port", null), 404, "branch 'night' not found"),
          new Refusal(export(null, "Ports", null), 400, "unknown export type 'Ports'"),
          new Refusal(export(null, null, "edge:Port"), 400, "unknown export table 'edge:Port'"));

  @TempDir Path directory;

  private final ServingPlugin plugin = new GraphServingPlugin();
  private Serving serving;
  private FakeServer server;

  @BeforeEach
  void start() {
    create("harbor");
    create("drydock");
    Start start =
        plugin.start(FakeServer.context(FakeServer.revision(directory, "harbor", "drydock")));
    serving = start instanceof Start.Ready(Serving ready) ? ready : fail("refused");
    server = new FakeServer(serving);
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  @Test
  void itIsFoundAsAService() {
    assertThat(ServiceLoader.load(ServingPlugin.class))
        .extracting(ServingPlugin::name)
        .contains("graph");
  }

  @Test
  void aRevisionWithoutGraphsIsNotServed() {
    assertThat(plugin.check(FakeServer.revision(directory)))
        .extracting(Diagnostic::code, Diagnostic::path)
        .containsExactly(tuple("cluster_empty", "__cluster/state.json"));
    assertThat(plugin.check(FakeServer.revision(directory, "harbor"))).isEmpty();
    assertThat(plugin.check(FakeServer.revision(directory, "healthz")))
        .extracting(Diagnostic::code)
        .containsExactly("invalid_resource_id");
  }

  @Test
  void aGraphThatDoesNotOpenRefusesTheStart() {
    Start start =
        plugin.start(FakeServer.context(FakeServer.revision(directory, "harbor", "quay")));

    assertThat(start)
        .isInstanceOfSatisfying(
            Start.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .extracting(Diagnostic::message)
                    .asString()
                    .startsWith("the graph `quay` at " + root("quay") + " cannot be opened: "));
  }

  @Test
  void twoGraphsWithOneRootRefuseTheStart() throws IOException {
    Files.createSymbolicLink(root("quay"), root("harbor"));

    Start start =
        plugin.start(FakeServer.context(FakeServer.revision(directory, "harbor", "quay")));

    assertThat(start)
        .isInstanceOfSatisfying(
            Start.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Diagnostic::code)
                    .containsExactly("duplicate_graph_root"));
  }

  @Test
  void servedGraphsAreServicesAndAreFoundByTheirIds() {
    assertThat(serving.services())
        .filteredOn(ServedGraph.class::isInstance)
        .map(service -> ((ServedGraph) service).id())
        .containsExactly("drydock", "harbor");
    assertThat(server.resolve("harbor")).isInstanceOf(Resolution.Found.class);
    assertThat(server.resolve("quay"))
        .isEqualTo(new Resolution.NotFound(Problem.notFound("graph 'quay' not found")));
    assertThat(List.of("a.b", "po%72t", "graphs", "openapi", "7"))
        .map(server::resolve)
        .allSatisfy(resolution ->
            assertThat(resolution)
                .isInstanceOfSatisfying(
                    Resolution.NotFound.class,
                    missing -> assertThat(missing.problem().status()).isEqualTo(400)));
  }

  @Test
  void graphsAreListedById() {
    Call<?> call = new Call<>("listGraphs", Map.of(), Map.of(), Optional.empty());

    assertThat(server.checks(call)).isEqualTo(List.of(Check.onServer(Action.GRAPH_LIST)));
    assertThat(json(server.call(call)))
        .isEqualTo(
            "{\"graphs\":[{\"graph_id\":\"drydock\",\"uri\":\"%s\"},{\"graph_id\":\"harbor\",\"uri\":\"%s\"}]}"
                .formatted(root("drydock"), root("harbor")));
  }

  @Test
  void theAcceptedSchemaIsShownVerbatim() {
    Call<?> call = get("getSchema", "x", "x");

    assertThat(server.checks(call)).isEqualTo(List.of(Check.on(Action.READ, HARBOR)));
    assertThat(server.call(call)).isEqualTo(new SchemaSource(Harbour.SOURCE));
  }

  @Test
  void branchesAreTrimmedBeforeTheyAreAuthorised() {
    assertThat(server.checks(get("getSnapshot", "branch", " main ")))
        .isEqualTo(List.of(Check.onBranch(Action.READ, HARBOR, "main")));
    assertThat(server.checks(get("listCommits", "x", "x")))
        .isEqualTo(List.of(Check.onBranch(Action.READ, HARBOR, "main")));
    assertThat(server.checks(ingest(" main ", null, "ö")))
        .isEqualTo(List.of(Check.onBranch(Action.CHANGE, HARBOR, "main")));
  }

  @Test
  void creatingABranchIsAuthorisedToo() {
    assertThat(server.checks(ingest("night", " main ", "")))
        .isEqualTo(
            List.of(
                Check.onBranch(Action.CHANGE, HARBOR, "night"),
                Check.of(Deed.branchCreate("main", "night"), HARBOR)));
  }

  @Test
  void recordsAreLoaded() {
    assertThat(json(server.call(ingest("night", "main", PORT))))
        .isEqualTo(
            "{\"uri\":\"%s\",\"branch\":\"night\",\"base_branch\":\"main\",\"branch_created\":true,\"mode\":\"merge\",\"tables\":[{\"table_key\":\"node:Port\",\"rows_loaded\":1}],\"actor_id\":\"act-loader\",\"members_ignored\":0}"
                .formatted(root("harbor")));
    assertThat(server.call(get("listCommits", "branch", "night")))
        .isInstanceOfSatisfying(
            CommitList.class,
            list -> {
              assertThat(list.commits())
                  .extracting(CommitView::actorId)
                  .containsExactly("act-loader", null);
              assertThat(list.commits().getFirst().message()).isEqualTo("first ports");
              assertThat(list.commits().getFirst().manifestBranch()).isEqualTo("night");
            });
    assertThat(server.call(get("getSnapshot", "branch", "night")))
        .isInstanceOfSatisfying(
            SnapshotReport.class,
            report ->
                assertThat(report.tables())
                    .filteredOn(table -> table.rowCount() > 0)
                    .extracting(SnapshotReport.TableReport::tableKey)
                    .containsExactly("node:Port"));
  }

  @Test
  void anExportIsStreamed() {
    server.call(ingest(null, null, PORT));

    assertThat(server.checks(export(" main ", null, null)))
        .isEqualTo(List.of(Check.onBranch(Action.EXPORT, HARBOR, "main")));
    assertThat(server.call(export(null, "Port", null)))
        .isInstanceOfSatisfying(
            StreamedReply.class,
            reply -> {
              assertThat(reply.mediaType()).isEqualTo("application/x-ndjson; charset=utf-8");
              assertThat(text(reply))
                  .isEqualTo(
                      "{\"type\":\"Port\",\"data\":"
                          + "{\"id\":\"NLRTM\",\"code\":\"NLRTM\",\"name\":\"Rotterdam\"}}\n");
            });
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aFailureHasItsStatus(Refusal given) {
    assertThat(server.call(given.call()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(given.status());
              assertThat(problem.message()).contains(given.message());
            });
  }

  @Test
  void aRequestIsReadWithItsDefaults() throws IOException {
    IngestRequest request = Json.mapper().readValue("{\"data\":\"\"}", IngestRequest.class);

    assertThat(request.targetBranch()).isEqualTo("main");
    assertThat(request.effectiveMode().word()).isEqualTo("merge");
  }

  private static Call<?> get(String operation, String parameter, String value) {
    return new Call<>(
        operation,
        Map.of("graph_id", "harbor", "commit_id", "01JY"),
        Map.of(parameter, value),
        Optional.empty());
  }

  private static Call<?> ingest(@Nullable String branch, @Nullable String from, String data) {
    return new Call<>(
        "ingest",
        Map.of("graph_id", "harbor"),
        Map.of(),
        new IngestRequest(branch, from, null, data, "first ports"));
  }

  private static Call<?> export(
      @Nullable String branch, @Nullable String type, @Nullable String table) {
    return new Call<>(
        "export",
        Map.of("graph_id", "harbor"),
        Map.of(),
        new ExportRequest(
            branch, type == null ? null : List.of(type), table == null ? null : List.of(table)));
  }

  private static String text(StreamedReply reply) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      reply.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String json(Object body) {
    return Json.compact(Json.tree(body));
  }

  private void create(String id) {
    Graphs.create(root(id).toString(), Harbour.schema(), Optional.empty(), FaultPoints.none())
        .close();
  }

  private Path root(String id) {
    return directory.resolve("graphs/" + id + ".omni");
  }

  record Refusal(Call<?> call, int status, String message) {}
}
