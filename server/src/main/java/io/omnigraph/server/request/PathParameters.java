package io.omnigraph.server.request;

import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.PathParameter.Resolution;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.StageOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Resolves the parameters of a path: to objects where a plugin offers that, to texts always. */
public final class PathParameters {

  private final Map<String, PathParameter> resolvers;

  /** Parameters with the resolvers of plugins, by name. */
  public PathParameters(Map<String, PathParameter> resolvers) {
    this.resolvers = Map.copyOf(resolvers);
  }

  /**
   * Resolves segments.
   *
   * @param segments by parameter name, as they stand in the path
   */
  public StageOutcome<Resolved> resolve(SortedMap<String, String> segments) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Object> objects = new HashMap<>();
    for (var segment : segments.entrySet()) {
      String name = segment.getKey();
      String raw = segment.getValue();
      PathParameter resolver = resolvers.get(name);
      if (resolver != null) {
        switch (resolver.resolve(raw)) {
          case Resolution.Found(Object value) -> objects.put(name, value);
          case Resolution.NotFound(Problem problem) -> {
            return StageOutcome.stopped(problem);
          }
        }
      }
      Optional<String> text = PercentEncoding.decode(raw);
      if (text.isEmpty()) {
        return StageOutcome.stopped(
            Problem.badRequest("malformed percent-encoding in the path at `" + raw + "`"));
      }
      texts.put(name, text.get());
    }
    return StageOutcome.passed(new Resolved(texts, objects));
  }

  /**
   * The parameters of one path.
   *
   * @param texts percent-decoded, by name
   * @param objects that they name, by name, where something resolves them
   */
  public record Resolved(Map<String, String> texts, Map<String, Object> objects) {

    public Resolved {
      texts = Map.copyOf(texts);
      objects = Map.copyOf(objects);
    }
  }
}
