package io.omnigraph.query.serving;

import io.omnigraph.api.serving.Request;
import io.omnigraph.graph.ServedGraph;
import java.util.Map;
import java.util.Optional;

/** A request as the server hands it over. */
record FakeRequest<I>(ServedGraph graph, Map<String, String> path, I body) implements Request<I> {

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
