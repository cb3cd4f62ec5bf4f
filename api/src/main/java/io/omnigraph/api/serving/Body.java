package io.omnigraph.api.serving;

import java.io.InputStream;

/**
 * How the body of a request is read. Limits are bytes, inclusive; a longer body is answered with
 * 413.
 *
 * @param <I> what it becomes
 */
public sealed interface Body<I> {

  /** The limit of every route that does not say otherwise: 1 MiB. */
  long USUAL_LIMIT = 1_048_576;

  /** The most bytes that are read. */
  long limit();

  /** No body; whatever is sent is ignored. */
  record None() implements Body<Void> {

    @Override
    public long limit() {
      return USUAL_LIMIT;
    }
  }

  /**
   * A JSON document of one type, with a JSON media type: a wrong media type is answered with 415,
   * broken JSON with 400, a wrong shape with 422.
   */
  record JsonBody<I>(Class<I> type, long limit) implements Body<I> {

    /** A document of the usual size. */
    public static <I> JsonBody<I> of(Class<I> type) {
      return new JsonBody<>(type, USUAL_LIMIT);
    }
  }

  /** The bytes as they are, whatever their media type, for handlers that read them themselves. */
  record Raw(long limit) implements Body<byte[]> {

    /** A body of the usual size. */
    public static Raw usual() {
      return new Raw(USUAL_LIMIT);
    }
  }

  /**
   * The bytes as they arrive, for work that takes them in piece by piece.
   *
   * @param mediaType the only one that is taken; another is answered with 415
   */
  record Stream(String mediaType, long limit) implements Body<InputStream> {}
}
