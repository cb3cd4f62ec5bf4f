package io.omnigraph.plugin.graph.serving;

import static org.assertj.core.api.Assertions.fail;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.PathParameter.Resolution;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.Storages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs routes as a server would: resolution, access, handler. */
final class FakeServer {

  private final Serving serving;

  FakeServer(Serving serving) {
    this.serving = serving;
  }

  /** The revision of a cluster in a directory, with some graphs applied. */
  static AppliedRevision revision(Path directory, String... graphs) {
    TreeMap<Address, AppliedResource> resources = new TreeMap<>();
    for (String id : graphs) {
      Address address = new Address("graph", id);
      resources.put(address, new AppliedResource(address, Digest.of(id), new TreeMap<>(), null));
    }
    return new AppliedRevision(Storages.open(directory.toString()), resources);
  }

  static ServingContext context(AppliedRevision revision) {
    return new ServingContext() {
      @Override
      public AppliedRevision revision() {
        return revision;
      }

      @Override
      public <S> List<S> services(Class<S> type) {
        return List.of();
      }

      @Override
      public void warn(Diagnostic warning) {
        throw new AssertionError(warning.message());
      }
    };
  }

  /** What a call comes to: the body of the reply, or a problem. */
  Object call(Call<?> call) {
    return call(route(call.operation()), call);
  }

  /** What whoever makes a call must be allowed, once it is understood. */
  List<Access.Check> checks(Call<?> call) {
    return prepare(route(call.operation()), call) instanceof Prepared.Ready<?>(var checks, _)
        ? checks
        : fail("refused");
  }

  /** What is asked at the gate, before the body is read. */
  Gate.Entrance entrance(Call<?> call) {
    return route(call.operation()).gate() instanceof Gate.Guarded(var entrance)
        ? entrance.apply(new Incoming<>(call))
        : fail("open");
  }

  Resolution resolve(String segment) {
    return Optional.ofNullable(serving.pathParameters().get("graph_id"))
        .orElseThrow()
        .resolve(segment);
  }

  private Route<?, ?> route(String operation) {
    return serving.routes().stream()
        .filter(route -> route.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private <I, O> Object call(Route<I, O> route, Call<?> call) {
    return switch (prepare(route, call)) {
      case Prepared.Refused<O>(Problem problem) -> problem;
      case Prepared.Ready<O>(_, var work) -> run(work);
    };
  }

  private static <O> Object run(Prepared.Work<O> work) {
    try {
      return switch (work.run()) {
        case Reply.Ok<O>(O body) -> body;
        case Reply.Failed<O>(Problem problem) -> problem;
      };
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private <I, O> Prepared<O> prepare(Route<I, O> route, Call<?> call) {
    return route.preparation().prepare(this.<I>request(call));
  }

  // The body's type is that of the route, which every call of these tests keeps to.
  @SuppressWarnings("unchecked")
  private <I> Request<I> request(Call<?> call) {
    return (Request<I>) new Incoming<>(call);
  }

  /** A request to make. */
  record Call<I>(String operation, Map<String, String> path, Map<String, String> query, I body) {}

  private final class Incoming<I> implements Request<I> {

    private final Call<I> call;

    Incoming(Call<I> call) {
      this.call = call;
    }

    @Override
    public Optional<String> actor() {
      return Optional.of("act-loader");
    }

    @Override
    public <T> T resolved(String parameter, Class<T> type) {
      return resolve(pathParameter(parameter)) instanceof Resolution.Found(Object value)
          ? type.cast(value)
          : fail("not found");
    }

    @Override
    public String pathParameter(String parameter) {
      return Optional.ofNullable(call.path().get(parameter)).orElseThrow();
    }

    @Override
    public Optional<String> queryParameter(String name) {
      return Optional.ofNullable(call.query().get(name));
    }

    @Override
    public I body() {
      return call.body();
    }
  }
}
