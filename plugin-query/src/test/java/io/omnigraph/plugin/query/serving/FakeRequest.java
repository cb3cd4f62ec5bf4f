package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Request;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.util.Map;
import java.util.Optional;

/** A request as the server hands it over. */
record FakeRequest<I>(ServedGraph graph, Map<String, String> path, I body) implements Request<I> {

  /** A request of a route that takes no body. */
  @SuppressWarnings("NullAway") // what the server hands over as the body of such a route is null
  static FakeRequest<Void> withoutBody(ServedGraph graph) {
    return new FakeRequest<>(graph, Map.of(), null);
  }

  @Override
  public Optional<String> actor() {
    return Optional.of("act-rosa");
  }

  @Override
  public <T> T resolved(String parameter, Class<T> type) {
    return type.cast(graph);
  }

  @Override
  public String pathParameter(String parameter) {
    return path.getOrDefault(parameter, "");
  }

  @Override
  public Optional<String> queryParameter(String name) {
    return Optional.empty();
  }
}
