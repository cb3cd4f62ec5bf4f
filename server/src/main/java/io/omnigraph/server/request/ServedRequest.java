package io.omnigraph.server.request;

import io.omnigraph.api.serving.Request;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A request that has been read.
 *
 * @param actor who calls; empty when the server needs no authentication
 * @param path its parameters
 * @param query its parameters
 * @param content the body; empty when the route takes none
 * @param abandonment whether the client has gone away
 */
public record ServedRequest<I>(
    Optional<String> actor,
    PathParameters.Resolved path,
    QueryString query,
    Optional<I> content,
    BooleanSupplier abandonment)
    implements Request<I> {

  /** The same request with its body. */
  public <B> ServedRequest<B> with(Optional<B> body) {
    return new ServedRequest<>(actor, path, query, body, abandonment);
  }

  @Override
  public <T> T resolved(String parameter, Class<T> type) {
    Object value = path.objects().get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("nothing resolves the path parameter " + parameter);
    }
    return type.cast(value);
  }

  @Override
  public String pathParameter(String parameter) {
    String text = path.texts().get(parameter);
    if (text == null) {
      throw new IllegalArgumentException("the route has no path parameter " + parameter);
    }
    return text;
  }

  @Override
  public Optional<String> queryParameter(String name) {
    return Optional.ofNullable(query.values().get(name));
  }

  @Override
  public I body() {
    return content.orElseThrow(() -> new IllegalStateException("there is no body"));
  }

  @Override
  public boolean isAbandoned() {
    return abandonment.getAsBoolean();
  }
}
