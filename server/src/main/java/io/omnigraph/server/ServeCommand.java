package io.omnigraph.server;

import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions;
import io.omnigraph.ground.process.StopSignals;
import io.omnigraph.plugins.Plugins;
import io.omnigraph.server.boot.Boot;
import io.omnigraph.server.boot.Booted;
import io.omnigraph.server.http.BindAddress;
import io.omnigraph.server.http.HttpServer;
import io.omnigraph.server.pipeline.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: chooses what to serve, serves it, and stops in order when asked to. */
@Command(
    name = "omnigraph-server",
    description = "Serves the applied revision of a cluster over HTTP.")
final class ServeCommand implements Callable<Integer> {

  /** How long running requests may take to finish after the server was asked to stop. */
  static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Parameters(index = "0", arity = "0..1", paramLabel = "URI", description = "Root of one graph.")
  private @Nullable String uri;

  @Option(names = "--target", paramLabel = "NAME", description = "A graph of omnigraph.yaml.")
  private @Nullable String target;

  @Option(names = "--config", paramLabel = "FILE", description = "Path of an omnigraph.yaml.")
  private @Nullable String config;

  @Option(
      names = "--cluster",
      paramLabel = "DIR",
      description =
          "Serve the applied revision of this cluster; cannot be combined with the above.")
  private @Nullable String cluster;

  @Option(
      names = "--bind",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      converter = BindAddressConverter.class,
      description = "Where to listen (default: ${DEFAULT-VALUE}); port 0 lets the system choose.")
  private BindAddress bind;

  @Option(
      names = "--unauthenticated",
      description = "Serve everybody when neither tokens nor policies are configured.")
  private boolean unauthenticated;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  @SuppressWarnings("unused") // picocli looks at the option and not at the field
  private boolean help;

  @Spec private CommandSpec spec;

  private final Supplier<Boot> boots;

  /**
   * A command that boots with what the supplier gives, once the command line is found right.
   *
   * @param boots makes the boot; loads plugins
   */
  ServeCommand(Supplier<Boot> boots) {
    this.boots = boots;
  }

  /** A command that boots with the installed plugins and this process's environment. */
  static ServeCommand withInstalledPlugins() {
    return new ServeCommand(
        () -> new Boot(Plugins.of(ServingPlugin.class), AppliedRevisions::read, System.getenv()));
  }

  @Override
  public Integer call() throws InterruptedException {
    String chosen = cluster;
    if (chosen == null) {
      return refuse(List.of("no graph to serve; give the directory of a cluster with `--cluster`"));
    }
    if (uri != null || target != null || config != null) {
      return refuse(
          List.of(
              "`--cluster` is an exclusive boot source; give it without a graph URI, `--target` or"
                  + " `--config`"));
    }
    boolean open = unauthenticated || asksForOpen(System.getenv());
    return switch (boots.get().boot(chosen, open)) {
      case Booted.Refused(List<String> lines) -> refuse(lines);
      case Booted.Ready(Generation generation, Booted.AutoClosing plugins) -> {
        try (plugins) {
          yield listen(chosen, generation);
        }
      }
    };
  }

  private int listen(String chosen, Generation generation) throws InterruptedException {
    return switch (HttpServer.start(bind, generation)) {
      case HttpServer.Start.Failed(String message) -> refuse(List.of(message));
      case HttpServer.Start.Listening(HttpServer server) -> {
        StopSignals signals = StopSignals.ofProcess(() -> {});
        BindAddress bound = new BindAddress(bind.host(), server.port());
        LOG.info("serving the cluster {} on {}", chosen, bound);
        try (var _ = signals.defer()) {
          spec.commandLine().getOut().println("listening on http://" + bound);
          spec.commandLine().getOut().flush();
          signals.await();
          LOG.info("stopping; running requests have {} s to finish", STOP_DEADLINE.toSeconds());
        } finally {
          server.stop(STOP_DEADLINE);
        }
        yield 0;
      }
    };
  }

  private int refuse(List<String> lines) {
    lines.forEach(spec.commandLine().getErr()::println);
    return 1;
  }

  /** Whether the environment stands in for {@code --unauthenticated}. */
  static boolean asksForOpen(Map<String, String> environment) {
    String value = environment.getOrDefault("OMNIGRAPH_UNAUTHENTICATED", "").strip();
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "", "0", "false" -> false;
      default -> true;
    };
  }

  /** Reads {@code --bind}. */
  static final class BindAddressConverter implements ITypeConverter<BindAddress> {

    @Override
    public BindAddress convert(String text) {
      return BindAddress.parse(text)
          .orElseThrow(
              () -> new TypeConversionException("expected HOST:PORT, found `" + text + "`"));
    }
  }
}
