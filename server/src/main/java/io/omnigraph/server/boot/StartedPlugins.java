package io.omnigraph.server.boot;

import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that have started, in their order. Used by one thread. */
final class StartedPlugins implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartedPlugins.class);

  private final AppliedRevision revision;
  private final List<Serving> started = new ArrayList<>();

  StartedPlugins(AppliedRevision revision) {
    this.revision = revision;
  }

  /** Starts a plugin; the reasons why it refuses, none if it started. */
  List<Diagnostic> start(ServingPlugin plugin) {
    return switch (plugin.start(new Context())) {
      case ServingPlugin.Start.Ready(Serving serving) -> {
        started.add(serving);
        yield List.of();
      }
      case ServingPlugin.Start.Refused(List<Diagnostic> reasons) -> reasons;
    };
  }

  <S> List<S> services(Class<S> type) {
    return started.stream()
        .flatMap(serving -> serving.services().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<Route<?, ?>> routes() {
    List<Route<?, ?>> routes = new ArrayList<>();
    started.forEach(serving -> routes.addAll(serving.routes()));
    return routes;
  }

  /** The resolvers of path parameters; of several for one parameter the first plugin's. */
  Map<String, PathParameter> pathParameters() {
    Map<String, PathParameter> parameters = new HashMap<>();
    started.forEach(serving -> serving.pathParameters().forEach(parameters::putIfAbsent));
    return parameters;
  }

  /** Closes them in reverse order. */
  @Override
  public void close() {
    started.reversed().forEach(Serving::close);
    started.clear();
  }

  private final class Context implements ServingContext {

    @Override
    public AppliedRevision revision() {
      return revision;
    }

    @Override
    public <S> List<S> services(Class<S> type) {
      return StartedPlugins.this.services(type);
    }

    @Override
    public void warn(Diagnostic warning) {
      LOG.warn("[{}] {}: {}", warning.code(), warning.path(), warning.message());
    }
  }
}
