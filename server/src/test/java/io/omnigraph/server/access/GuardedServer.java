package io.omnigraph.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.plugin.schema.ProcessEngine;
import io.omnigraph.plugins.Plugins;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.server.boot.Boot;
import io.omnigraph.server.boot.Booted;
import io.omnigraph.server.http.BindAddress;
import io.omnigraph.server.http.HttpServer;
import io.omnigraph.server.pipeline.Generation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A server of real graphs with real policies: {@code museum} under a bundle, {@code attic} under
 * none, both with the branches {@code main}, {@code release} and {@code draft}.
 */
final class GuardedServer implements AutoCloseable {

  /** The actors; each one's token is its name. */
  static final List<String> ACTORS =
      List.of("act-ines", "act-jonas", "act-kim", "act-lea", "act-mo", "act-zoe");

  static final String BUNDLE =
      """
      version: 1
      groups:
        staff: [act-ines, act-jonas, act-kim]
        curators: [act-kim]
        visitors: [act-lea]
        makers: [act-mo]
      protected_branches: [main, release]
      rules:
        - id: staff-look
          allow: { actors: { group: staff }, actions: [read, export], branch_scope: any }
        - id: staff-draft
          allow: { actors: { group: staff }, actions: [change], branch_scope: unprotected }
        - id: staff-fork
          allow: { actors: { group: staff }, actions: [branch_create], target_branch_scope: unprotected }
        - id: curators-publish
          allow: { actors: { group: curators }, actions: [branch_merge, schema_apply], target_branch_scope: protected }
        - id: curators-tidy
          allow: { actors: { group: curators }, actions: [admin] }
        - id: staff-stored
          allow: { actors: { group: staff }, actions: [invoke_query] }
        - id: visitors-look
          allow: { actors: { group: visitors }, actions: [read], branch_scope: protected }
        - id: visitors-stored
          allow: { actors: { group: visitors }, actions: [invoke_query] }
        - id: makers-look
          allow: { actors: { group: makers }, actions: [read, change], branch_scope: unprotected }
        - id: makers-clear
          allow: { actors: { group: makers }, actions: [branch_delete], target_branch_scope: unprotected }
      """;

  private static final String SERVER_BUNDLE =
      """
      version: 1
      groups: { keepers: [act-kim] }
      rules:
        - id: keepers-enumerate
          allow: { actors: { group: keepers }, actions: [graph_list] }
      """;

  private static final String SCHEMA = "node Piece { code: String @key\n title: String? }";
  private static final String FIND = "query find() { match { $p: Piece } return { $p.code } }";
  private static final String ADD = "query add($c: String) { insert Piece { code: $c } }";

  private final Map<String, String> heads;

  final Generation generation;
  private final HttpServer server;
  private final Booted.AutoClosing plugins;
  private final HttpClient client = HttpClient.newHttpClient();

  GuardedServer(Path directory) {
    create(directory, "attic");
    this.heads = create(directory, "museum");
    AppliedRevision revision =
        new AppliedRevision(Storages.open(directory.toString()), resources());
    TreeMap<String, String> tokens = new TreeMap<>();
    ACTORS.forEach(actor -> tokens.put(actor, actor));
    Booted booted =
        new Boot(
                Plugins.of(ServingPlugin.class),
                (_, _) -> new Readiness.Ready(revision),
                Map.of("OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", Json.compact(Json.tree(tokens))))
            .boot("dir", false);
    assertThat(booted).isInstanceOf(Booted.Ready.class);
    this.generation = ((Booted.Ready) booted).generation();
    this.plugins = ((Booted.Ready) booted).plugins();
    HttpServer.Start start = HttpServer.start(new BindAddress("127.0.0.1", 0), generation);
    this.server = ((HttpServer.Start.Listening) start).server();
  }

  private static Map<String, String> create(Path directory, String id) {
    SortedMap<String, String> heads = new TreeMap<>();
    try (Graph graph =
        ProcessEngine.get()
            .create(
                directory.resolve("graphs/" + id + ".omni").toString(),
                SchemaCompiler.compile(new SourceText("museum.pg", SCHEMA)).schema().orElseThrow(),
                Optional.empty(),
                FaultPoints.none())) {
      for (String branch : List.of("release", "draft")) {
        graph.createBranch(branch, "main");
      }
      for (String branch : List.of("main", "release", "draft")) {
        graph.write(
            new WriteRequest(branch, null, "mutate"),
            rows -> rows.upsertNode("Piece", null, Map.of("code", "piece-of-" + branch)));
        heads.put(branch, graph.commit(new ReadTarget.Branch(branch)).id());
        graph.createTag("tag-of-" + branch, new ReadTarget.Branch(branch), null, null);
      }
    }
    return heads;
  }

  private static SortedMap<Address, AppliedResource> resources() {
    SortedMap<Address, AppliedResource> resources = new TreeMap<>();
    for (String id : List.of("attic", "museum")) {
      put(resources, new Address("graph", id), id, new TreeMap<>());
      put(resources, Address.owned("query", id, "find"), FIND, new TreeMap<>());
      put(resources, Address.owned("query", id, "add"), ADD, new TreeMap<>());
    }
    put(
        resources,
        new Address("policy", "catalogue"),
        BUNDLE,
        new TreeMap<>(Map.of("applies_to", Json.tree(List.of("graph.museum")))));
    put(
        resources,
        new Address("policy", "front_door"),
        SERVER_BUNDLE,
        new TreeMap<>(Map.of("applies_to", Json.tree(List.of("cluster")))));
    return resources;
  }

  private static void put(
      Map<Address, AppliedResource> resources,
      Address address,
      String payload,
      SortedMap<String, JsonNode> attributes) {
    resources.put(address, new AppliedResource(address, Digest.of(payload), attributes, payload));
  }

  /** The newest commit of a branch of {@code museum}. */
  String head(String branch) {
    return Optional.ofNullable(heads.get(branch)).orElseThrow();
  }

  /** An answer of which nothing depends on the time. */
  record Answer(int status, String body) {}

  /**
   * Sends a request.
   *
   * @param body absent for none; JSON, or lines for the route that takes them
   */
  Answer send(String actor, String method, String path, String body) {
    String type = path.contains("/ndjson") ? "application/x-ndjson" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + actor)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    plugins.close();
  }
}
