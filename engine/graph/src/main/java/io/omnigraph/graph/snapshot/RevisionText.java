package io.omnigraph.graph.snapshot;

import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * States of a graph as people name them: {@code BRANCH}, {@code BRANCH@TIME}, {@code tag:NAME}, or
 * the id of a commit. A branch whose name looks like an id is told by {@code branch:NAME}.
 */
public final class RevisionText {

  private static final String COMMIT_ID = "[0-9A-HJKMNP-TV-Z]{26}";

  private RevisionText() {}

  /** The state that a text names; empty when its time cannot be read. */
  public static Optional<ReadTarget> read(String text) {
    String name = text.strip();
    if (name.startsWith("tag:")) {
      return Optional.of(new ReadTarget.Tag(name.substring("tag:".length())));
    }
    if (name.startsWith("branch:")) {
      return Optional.of(new ReadTarget.Branch(name.substring("branch:".length())));
    }
    int at = name.indexOf('@');
    if (at >= 0) {
      String branch = at == 0 ? "main" : name.substring(0, at);
      return instant(name.substring(at + 1)).map(time -> new ReadTarget.AtTime(branch, time));
    }
    return Optional.of(
        name.matches(COMMIT_ID) ? new ReadTarget.AtCommit(name) : new ReadTarget.Branch(name));
  }

  /** A state that is no head: what {@link #read} makes of a tag or a time, else a commit's id. */
  public static ReadTarget past(String text) {
    return text.startsWith("tag:") || text.indexOf('@') >= 0
        ? read(text).orElseGet(() -> new ReadTarget.AtCommit(text))
        : new ReadTarget.AtCommit(text);
  }

  /** What is wrong with a text that {@link #read} did not understand. */
  public static String problem(String text) {
    return "`"
        + text
        + "` has no time after its `@`: expected one such as `2026-11-22` or"
        + " `2026-11-22T18:30:00Z`";
  }

  /** A point in time: a date, or a date and a time with or without an offset; UTC without. */
  public static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException _) {
      return Scalar.DATE_TIME.parse(text.strip()) instanceof Reading.Value(Long millis)
          ? Optional.of(Instant.ofEpochMilli(millis))
          : Optional.empty();
    }
  }
}
