package io.omnigraph.server;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import java.util.Map;
import java.util.function.Function;

/** Routes for tests. */
public final class Routes {

  private Routes() {}

  /** Answers a request whose caller may have the answer. */
  @FunctionalInterface
  @SuppressWarnings("rawtypes")
  public interface Handler<I> {

    /** The answer. */
    Reply<Map> handle(Request<I> request) throws InterruptedException;
  }

  /** A route that answers everybody's GET requests. */
  public static Route<Void, ?> open(String path, Handler<Void> handler) {
    return route(path, new Gate.Open(), new Body.None(), request -> ready(request, handler));
  }

  /** A route that answers GET requests of those who pass a check. */
  public static Route<Void, ?> get(
      String path, Function<Request<Void>, Access.Check> check, Handler<Void> handler) {
    return get(path, Lane.READ, check, handler);
  }

  /** A route in a lane that answers GET requests of those who pass a check. */
  public static Route<Void, ?> get(
      String path, Lane lane, Function<Request<Void>, Access.Check> check, Handler<Void> handler) {
    return route(
        path,
        Gate.known(lane),
        new Body.None(),
        request -> Prepared.ready(check.apply(request), () -> handler.handle(request)));
  }

  /** A route that answers POST requests, with a body, of everybody who is known. */
  public static <I> Route<I, ?> post(String path, Body<I> body, Handler<I> handler) {
    return post(path, Gate.known(Lane.WRITE), body, handler);
  }

  /** A route that answers POST requests, with a body, of those who pass a gate. */
  public static <I> Route<I, ?> post(String path, Gate gate, Body<I> body, Handler<I> handler) {
    return route(path, gate, body, request -> ready(request, handler));
  }

  /** A route of any method that answers everybody with its own path template. */
  @SuppressWarnings("rawtypes")
  public static Route<Void, Map> echo(Route.Method method, String path) {
    return new Route<>(
        method + " " + path,
        method,
        path,
        new Gate.Open(),
        new Body.None(),
        Map.class,
        _ -> Prepared.ready(() -> Reply.ok(Map.of("path", path))));
  }

  @SuppressWarnings("rawtypes")
  private static <I> Prepared<Map> ready(Request<I> request, Handler<I> handler) {
    return Prepared.ready(() -> handler.handle(request));
  }

  @SuppressWarnings("rawtypes")
  private static <I> Route<I, Map> route(
      String path, Gate gate, Body<I> body, Route.Preparation<I, Map> preparation) {
    Route.Method method = body instanceof Body.None ? Route.Method.GET : Route.Method.POST;
    return new Route<>(method + " " + path, method, path, gate, body, Map.class, preparation);
  }
}
