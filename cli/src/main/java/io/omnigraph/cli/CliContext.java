package io.omnigraph.cli;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.cli.remote.HttpRemoteGraph;
import io.omnigraph.cli.settings.Settings;
import io.omnigraph.cli.settings.Tokens;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers commands from the global options, the settings and the environment. */
public final class CliContext implements CommandContext {

  private final GlobalOptions globals;
  private final Settings settings;
  private final Tokens tokens;
  private final LocalRules rules;
  private final FaultPoints faults;
  private final StopRequest stop;

  /** The context of one invocation. */
  public CliContext(
      GlobalOptions globals, Settings settings, FaultPoints faults, StopRequest stop) {
    this.globals = globals;
    this.settings = settings;
    this.tokens = new Tokens(settings);
    this.rules = new LocalRules(settings);
    this.faults = faults;
    this.stop = stop;
  }

  @Override
  public Target target(TargetOptions options) {
    if (options.hasTwoUris()) {
      throw CommandFailure.usage("the graph is given twice: as an operand and with --uri");
    }
    Optional<String> config = options.config();
    if (globals.server().isPresent()) {
      return served(options, config);
    }
    if (globals.graph().isPresent()) {
      throw CommandFailure.usage("--graph needs --server");
    }
    if (options.uri().isPresent()) {
      return target(options.uri().get(), config, options.target());
    }
    String name =
        options
            .target()
            .or(() -> settings.text(config, "cli", "graph"))
            .orElseThrow(() ->
                CommandFailure.failed(
                    "no graph is selected: give its URI as an operand, name it with --target,"
                        + " or set cli.graph in omnigraph.yaml"));
    String uri =
        settings
            .text(config, "graphs", name, "uri")
            .orElseThrow(() -> unknown("graph", name, settings.names(config, "graphs")));
    return target(settings.resolve(config, uri), config, Optional.of(name));
  }

  @Override
  public Optional<String> actor(TargetOptions options) {
    return globals
        .actor()
        .or(() -> settings.text(options.config(), "cli", "actor"))
        .or(() -> settings.operator("operator", "actor"));
  }

  /**
   * Who acts on a cluster: as {@link #actor}, without a file that a command could name.
   *
   * @throws CommandFailure when {@code omnigraph.yaml} has to be read and is broken
   */
  Optional<String> clusterActor() {
    if (globals.actor().isPresent()) {
      return globals.actor();
    }
    try {
      return actor(new TargetOptions());
    } catch (CommandFailure e) {
      throw CommandFailure.failed(
          "the actor cannot be read from omnigraph.yaml; mend it, or pass --as ACTOR", e);
    }
  }

  @Override
  public String defaultBranch(TargetOptions options) {
    return settings.text(options.config(), "cli", "branch").orElse("main");
  }

  @Override
  public Optional<String> setting(TargetOptions options, String path) {
    return settings.text(options.config(), path.split("\\."));
  }

  @Override
  public List<String> settingNames(TargetOptions options, String path) {
    return settings.names(options.config(), path.split("\\."));
  }

  @Override
  public String settingPath(TargetOptions options, String path) {
    return settings.resolve(options.config(), path);
  }

  @Override
  public Optional<String> selectedGraph(TargetOptions options) {
    return selected(options);
  }

  @Override
  public WriteGate gate(TargetOptions options) {
    return rules.gate(options.config(), selected(options));
  }

  @Override
  public SortedMap<String, Path> storedQueries(TargetOptions options) {
    String[] registry =
        selected(options)
            .map(name -> new String[] {"graphs", name, "queries"})
            .orElse(new String[] {"queries"});
    SortedMap<String, Path> files = new TreeMap<>();
    for (String query : settings.names(options.config(), registry)) {
      String[] key =
          Stream.concat(Arrays.stream(registry), Stream.of(query, "file")).toArray(String[]::new);
      String file =
          settings
              .text(options.config(), key)
              .orElseThrow(
                  () -> CommandFailure.failed("the stored query `" + query + "` names no `file`"));
      files.put(query, Path.of(settings.resolve(options.config(), file)));
    }
    return files;
  }

  @Override
  public RemoteGraph connect(Target.Remote target) {
    return new HttpRemoteGraph(target);
  }

  @Override
  public FaultPoints faults() {
    return faults;
  }

  @Override
  public StopRequest stop() {
    return stop;
  }

  /** The name of the selected graph; empty for one that only its URI tells. */
  private Optional<String> selected(TargetOptions options) {
    if (options.uri().isPresent()) {
      return options.target();
    }
    return options.target().or(() -> settings.text(options.config(), "cli", "graph"));
  }

  private Target served(TargetOptions options, Optional<String> config) {
    if (options.uri().isPresent() || options.target().isPresent()) {
      throw CommandFailure.failed("--server is exclusive with a graph URI and with --target");
    }
    String name = globals.server().orElseThrow();
    String url =
        settings
            .operator("servers", name, "url")
            .orElseThrow(() -> unknown("server", name, settings.operatorNames("servers")));
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    String whole = globals.graph().map(graph -> base + "/graphs/" + graph).orElse(base);
    return target(whole, config, Optional.empty());
  }

  private Target target(String uri, Optional<String> config, Optional<String> graph) {
    String trimmed = uri.length() > 1 && uri.endsWith("/") ? uri.replaceAll("/+$", "") : uri;
    if (trimmed.startsWith("http://") || trimmed.startsWith("https://")) {
      return new Target.Remote(trimmed, tokens.find(trimmed, config, graph).orElse(null));
    }
    return new Target.Local(trimmed);
  }

  private static CommandFailure unknown(
      String what, String name, java.util.Collection<String> known) {
    String defined =
        known.isEmpty()
            ? "none is defined"
            : "defined: " + String.join(", ", new java.util.TreeSet<>(known));
    return CommandFailure.failed(
        what.equals("server")
            ? "unknown server '" + name + "'; " + defined
            : what + " '" + name + "' not found in omnigraph.yaml; " + defined);
  }
}
