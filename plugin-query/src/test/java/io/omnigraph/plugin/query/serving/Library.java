package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The routes of queries on the graph {@code library}. */
record Library(ServedGraph served, Path directory) {

  /** The invocation of a stored query. */
  FakeRequest<byte[]> request(String name, String body) {
    return new FakeRequest<>(served, Map.of("name", name), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A route where some queries are stored. */
  @SuppressWarnings("unchecked") // the body's type is that of the route that is asked for
  <I> Route<I, ?> route(String operation, Map<String, String> stored) {
    Start start = new QueryServingPlugin().start(context(stored));
    return (Route<I, ?>)
        ((Start.Ready) start)
            .serving().routes().stream()
                .filter(route -> route.operation().equals(operation))
                .findFirst()
                .orElseThrow();
  }

  /** The body of an answer, or the status and the message of a refusal. */
  static <I> String handled(Route<I, ?> route, FakeRequest<I> request) {
    try {
      return switch (route.preparation().prepare(request)) {
        case Prepared.Refused<?>(Problem problem) -> problem.status() + " " + problem.message();
        case Prepared.Ready<?>(_, var work) -> answer(work.run());
      };
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String answer(Reply<?> reply) {
    return switch (reply) {
      case Reply.Ok<?>(Object body) -> Json.compact(Json.tree(body));
      case Reply.Failed<?>(var problem) -> problem.status() + " " + problem.message();
    };
  }

  /** What a server that has applied some queries starts with. */
  ServingContext context(Map<String, String> stored) {
    TreeMap<Address, AppliedResource> resources = new TreeMap<>();
    stored.forEach((name, text) -> {
      Address address = Address.owned("query", "library", name);
      resources.put(address, new AppliedResource(address, Digest.of(text), new TreeMap<>(), text));
    });
    AppliedRevision revision = new AppliedRevision(Storages.open(directory.toString()), resources);
    return new ServingContext() {
      @Override
      public AppliedRevision revision() {
        return revision;
      }

      @Override
      public <S> List<S> services(Class<S> type) {
        return type.isInstance(served) ? List.of(type.cast(served)) : List.of();
      }

      @Override
      public void warn(Diagnostic warning) {
        throw new AssertionError(warning.message());
      }
    };
  }
}
