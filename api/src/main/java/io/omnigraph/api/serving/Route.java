package io.omnigraph.api.serving;

import java.util.function.Function;

/**
 * A route as a value. The server runs it through its stages: authentication, resolution of path
 * parameters, reading of the body, authorization, admission, the handler, and the writing of its
 * reply; a failure at any of them has the JSON error body.
 *
 * @param operation the route's name, unique, in {@code camelCase}
 * @param method HTTP method; a {@code GET} route answers {@code HEAD} too
 * @param path template with parameters in braces: {@code /graphs/{graph_id}/queries/{name}}
 * @param body how the request's body is read
 * @param response the type of a successful reply; {@link StreamedReply} for one that is streamed
 * @param access who may call it, worked out from the request; never null
 * @param handler called on a virtual thread
 * @param <I> the type of the body; {@link Void} when there is none
 * @param <O> the type of the reply
 */
public record Route<I, O>(
    String operation,
    Method method,
    String path,
    Body<I> body,
    Class<O> response,
    Function<Request<I>, Access> access,
    Handler<I, O> handler) {

  /** HTTP methods that routes use. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /** Answers a request. Called by many threads. */
  @FunctionalInterface
  public interface Handler<I, O> {

    /**
     * The reply. Expected failures are replies too; an exception becomes 500 and is logged.
     *
     * @throws InterruptedException when the client went away or the server stops
     */
    Reply<O> handle(Request<I> request) throws InterruptedException;
  }
}
