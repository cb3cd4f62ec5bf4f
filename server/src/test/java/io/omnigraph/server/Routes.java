package io.omnigraph.server;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import java.util.Map;
import java.util.function.Function;

/** Routes for tests. */
public final class Routes {

  private Routes() {}

  /** A route that answers GET requests. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Route<Void, Map> get(
      String path, Function<Request<Void>, Access> access, Route.Handler<Void, Map> handler) {
    return new Route<>(
        "get " + path, Route.Method.GET, path, new Body.None(), Map.class, access, handler);
  }

  /** A route that answers POST requests with a body. */
  @SuppressWarnings("rawtypes")
  public static <I> Route<I, Map> post(
      String path,
      Body<I> body,
      Function<Request<I>, Access> access,
      Route.Handler<I, Map> handler) {
    return new Route<>("post " + path, Route.Method.POST, path, body, Map.class, access, handler);
  }

  /** A route of any method that answers with its own path template. */
  @SuppressWarnings("rawtypes")
  public static Route<Void, Map> echo(Route.Method method, String path) {
    return new Route<>(
        method + " " + path,
        method,
        path,
        new Body.None(),
        Map.class,
        _ -> new Access.Public(),
        _ -> Reply.ok(Map.of("path", path)));
  }
}
