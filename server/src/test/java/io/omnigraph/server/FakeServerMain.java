package io.omnigraph.server;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugins.Plugins;
import io.omnigraph.server.boot.Boot;
import io.omnigraph.server.log.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** The server as a process of its own, with the installed policies and a revision of the test's. */
public final class FakeServerMain {

  private static final String BUNDLE =
      """
      version: 1
      kind: server
      groups: { keepers: [act-a] }
      rules:
        - id: keepers-enumerate
          allow: { actors: { group: keepers }, actions: [graph_list] }
      """;

  private static final String YARD_BUNDLE =
      """
      version: 1
      groups: { crew: [act-a], readers: [act-b] }
      rules:
        - id: crew-write
          allow: { actors: { group: crew }, actions: [read, change] }
        - id: readers-look
          allow: { actors: { group: readers }, actions: [read] }
      """;

  private static final Address YARD = new Address("graph", "yard");

  private FakeServerMain() {}

  /** A large document. */
  record Upload(String data) {}

  /** Serves a route for whoever may list graphs, and one that takes in documents of writers. */
  public static void main(String[] args) {
    LogStream.install();
    ServeCommand command =
        new ServeCommand(
            () -> new Boot(plugins(), (_, _) -> new Readiness.Ready(revision()), System.getenv()));
    System.exit(new CommandLine(command).execute(args));
  }

  private static List<ServingPlugin> plugins() {
    List<ServingPlugin> plugins = new ArrayList<>(Plugins.of(ServingPlugin.class));
    plugins.removeIf(plugin -> !plugin.name().equals("policy"));
    plugins.add(
        new FakePlugin("graph")
            .with(
                Routes.get(
                    "/graphs",
                    _ -> Access.Check.onServer(Action.GRAPH_LIST),
                    _ -> Reply.ok(Map.of())))
            .with(upload("/upload", 33_554_432))
            .with(upload("/note", 1000)));
    return plugins;
  }

  private static Route<Upload, ?> upload(String path, int longest) {
    return Routes.post(
        path,
        Gate.writing(Action.CHANGE, _ -> YARD),
        new Body.JsonBody<>(Upload.class, longest),
        request -> Reply.ok(Map.of("length", request.body().data().length())));
  }

  private static AppliedRevision revision() {
    TreeMap<Address, AppliedResource> resources = new TreeMap<>();
    resources.put(YARD, new AppliedResource(YARD, Digest.of("yard"), new TreeMap<>(), null));
    bind(resources, "front_door", BUNDLE, "cluster");
    bind(resources, "yard", YARD_BUNDLE, YARD.toString());
    return new AppliedRevision(Revisions.empty().storage(), resources);
  }

  private static void bind(
      Map<Address, AppliedResource> resources, String name, String bundle, String target) {
    Address address = new Address("policy", name);
    resources.put(
        address,
        new AppliedResource(
            address,
            Digest.of(bundle),
            new TreeMap<>(Map.of("applies_to", Json.tree(List.of(target)))),
            bundle));
  }
}
