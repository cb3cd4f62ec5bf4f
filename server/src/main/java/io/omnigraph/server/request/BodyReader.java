package io.omnigraph.server.request;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.server.stage.Outcome;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a request as its route asks for it. */
public final class BodyReader {

  private BodyReader() {}

  /** The body; empty when the route takes none. */
  public static <I> Outcome<Optional<I>> read(Body<I> body, Source source) throws IOException {
    return switch (body) {
      case Body.None _ -> Outcome.passed(Optional.empty());
      case Body.JsonBody<I>(Class<I> type, long limit) ->
          isJson(source.contentType())
              ? bytes(source, limit)
                  .then(bytes -> JsonReader.read(bytes, type).then(BodyReader::some))
              : unsupported(source.contentType());
      case Body.Raw(long limit) -> raw(bytes(source, limit));
    };
  }

  /** A raw body is bytes, which the compiler does not see through the pattern. */
  @SuppressWarnings("unchecked")
  private static <I> Outcome<Optional<I>> raw(Outcome<byte[]> bytes) {
    return bytes.then(read -> some((I) read));
  }

  private static <I> Outcome<Optional<I>> some(I value) {
    return Outcome.passed(Optional.of(value));
  }

  private static boolean isJson(Optional<String> contentType) {
    String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private static <T> Outcome<T> unsupported(Optional<String> contentType) {
    String found = contentType.map(type -> "`" + type + "`").orElse("none");
    return Outcome.stopped(
        new Problem(
            415,
            "bad_request",
            "expected the media type `application/json`, found " + found,
            Map.of()));
  }

  private static Outcome<byte[]> bytes(Source source, long limit) throws IOException {
    if (source.contentLength().orElse(0) > limit) {
      return tooLong(limit);
    }
    byte[] bytes = source.open().readNBytes(Math.toIntExact(limit + 1));
    return bytes.length > limit ? tooLong(limit) : Outcome.passed(bytes);
  }

  private static Outcome<byte[]> tooLong(long limit) {
    return Outcome.stopped(
        new Problem(
            413, "bad_request", "the request body is longer than " + limit + " bytes", Map.of()));
  }
}
