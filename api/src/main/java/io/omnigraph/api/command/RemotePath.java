package io.omnigraph.api.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path below the base of a served graph, with its query.
 *
 * @param text as {@link RemoteGraph} takes it: percent-encoded
 */
public record RemotePath(String text) {

  /** A path of segments, which may hold anything. */
  public static RemotePath of(String... segments) {
    return new RemotePath(
        Arrays.stream(segments)
            .map(segment -> "/" + encoded(segment))
            .collect(Collectors.joining()));
  }

  /** The same with a query parameter; the same without one where there is no value. */
  public RemotePath with(String parameter, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    String separator = text.contains("?") ? "&" : "?";
    return new RemotePath(text + separator + parameter + "=" + encoded(String.valueOf(value)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
