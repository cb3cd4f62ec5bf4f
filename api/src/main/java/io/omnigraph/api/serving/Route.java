package io.omnigraph.api.serving;

/**
 * A route as a value. The server runs it through its stages: authentication, resolution of path
 * parameters, the gate, admission, reading of the body, preparation, authorization, the work, and
 * the writing of its reply; a failure at any of them has the JSON error body.
 *
 * @param operation the route's name, unique, in {@code camelCase}
 * @param method HTTP method; a {@code GET} route answers {@code HEAD} too
 * @param path template with parameters in braces: {@code /graphs/{graph_id}/queries/{name}}
 * @param gate who gets as far as having the body read
 * @param body how the request's body is read
 * @param response the type of a successful reply; {@link StreamedReply} for one that is streamed
 * @param preparation understands the request, once
 * @param <I> the type of the body; {@link Void} when there is none
 * @param <O> the type of the reply
 */
public record Route<I, O>(
    String operation,
    Method method,
    String path,
    Gate gate,
    Body<I> body,
    Class<O> response,
    Preparation<I, O> preparation) {

  /** HTTP methods that routes use. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /** Understands requests. Called by many threads, on virtual ones. */
  @FunctionalInterface
  public interface Preparation<I, O> {

    /** The request as the route understands it; changes nothing. */
    Prepared<O> prepare(Request<I> request);
  }
}
