package io.omnigraph.server.request;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.Quantity;
import io.omnigraph.server.stage.StageOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a request as its route asks for it. */
public final class BodyReader {

  private BodyReader() {}

  /**
   * What the head of a request says about its body: the bytes that it can have at most, or why it
   * need not be sent.
   */
  public static StageOutcome<Long> announced(Body<?> body, Source source) {
    Optional<String> wanted =
        switch (body) {
          case Body.None _ -> Optional.empty();
          case Body.JsonBody<?> _ ->
              isJson(mediaType(source)) ? Optional.empty() : Optional.of("application/json");
          case Body.Raw _ -> Optional.empty();
          case Body.Stream(String type, _) ->
              mediaType(source).equals(type) ? Optional.empty() : Optional.of(type);
        };
    if (wanted.isPresent()) {
      return unsupported(wanted.get(), source.contentType());
    }
    if (body instanceof Body.None) {
      return StageOutcome.passed(0L);
    }
    long length = source.contentLength().orElse(source.isUnbounded() ? body.limit() : 0);
    return length > body.limit()
        ? StageOutcome.stopped(tooLong(body.limit()))
        : StageOutcome.passed(length);
  }

  /**
   * The body; empty when the route takes none.
   *
   * @throws IncompleteBodyException when it does not arrive
   */
  public static <I> StageOutcome<Optional<I>> read(Body<I> body, Source source) throws IOException {
    return switch (body) {
      case Body.None _ -> StageOutcome.passed(Optional.empty());
      case Body.JsonBody<I>(Class<I> type, long limit) ->
          bytes(source, limit).then(bytes -> RecordReader.read(bytes, type).then(BodyReader::some));
      case Body.Raw(long limit) ->
          bytes(source, limit).then(bytes -> some(BodyReader.<I>asRead(bytes)));
      case Body.Stream(_, long limit) -> some(asRead(new ArrivingBody(source.open(), limit)));
    };
  }

  /** A body of bytes is bytes and a stream a stream, which the compiler does not see. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <I> I asRead(Object body) {
    return (I) body;
  }

  private static <I> StageOutcome<Optional<I>> some(I value) {
    return StageOutcome.passed(Optional.of(value));
  }

  private static String mediaType(Source source) {
    return source.contentType().orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private static <T> StageOutcome<T> unsupported(String wanted, Optional<String> contentType) {
    String found = contentType.map(type -> "`" + type + "`").orElse("none");
    return StageOutcome.stopped(
        new Problem(
            415,
            "bad_request",
            "expected the media type `" + wanted + "`, found " + found,
            Map.of()));
  }

  private static StageOutcome<byte[]> bytes(Source source, long limit) throws IOException {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(Math.toIntExact(limit + 1));
      return bytes.length > limit
          ? StageOutcome.stopped(tooLong(limit))
          : StageOutcome.passed(bytes);
    }
  }

  static Problem tooLong(long limit) {
    return new Problem(
        413,
        "payload_too_large",
        "the request body is longer than " + Quantity.of(limit, "byte"),
        Map.of());
  }
}
