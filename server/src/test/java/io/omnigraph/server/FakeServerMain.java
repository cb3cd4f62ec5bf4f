package io.omnigraph.server;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Digest;
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

  private FakeServerMain() {}

  /** Serves one route, which is open to whoever may list graphs. */
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
                    "/graphs", _ -> Access.Check.onServer("graph_list"), _ -> Reply.ok(Map.of()))));
    return plugins;
  }

  private static AppliedRevision revision() {
    Address address = new Address("policy", "front_door");
    AppliedResource policy =
        new AppliedResource(
            address,
            Digest.of(BUNDLE),
            new TreeMap<>(Map.of("applies_to", Json.tree(List.of("cluster")))),
            BUNDLE);
    return new AppliedRevision(Revisions.empty().storage(), new TreeMap<>(Map.of(address, policy)));
  }
}
