package io.omnigraph.server.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of a server, settled once at its start.
 *
 * @param values a positive number for every limit
 */
public record Limits(Map<Limit, Long> values) {

  /** A day; more would not fit what the network library counts in. */
  private static final long MOST_SECONDS = 86_400;

  private static final long MOST_CONNECTIONS = 1_000_000;

  public Limits {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /**
   * The limits of an environment.
   *
   * @param heap the most bytes that the virtual machine takes for objects
   */
  public static Read read(Map<String, String> environment, long heap) {
    Map<Limit, Long> values = new EnumMap<>(Limit.class);
    List<String> problems = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      String written = environment.getOrDefault(limit.variable(), "").strip();
      Optional<Long> value =
          written.isEmpty() ? Optional.of(limit.usual(heap)) : number(written, most(limit));
      value.ifPresentOrElse(
          number -> values.put(limit, number),
          () ->
              problems.add(
                  "%s must be a whole number from 1 to %d, found `%s`"
                      .formatted(limit.variable(), most(limit), written)));
    }
    return problems.isEmpty() ? new Read.Settled(new Limits(values)) : new Read.Refused(problems);
  }

  private static Optional<Long> number(String written, long most) {
    if (!written.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long value = Long.parseLong(written);
    return value >= 1 && value <= most ? Optional.of(value) : Optional.empty();
  }

  private static long most(Limit limit) {
    return switch (limit) {
      case HEAD_SECONDS, IDLE_SECONDS, BODY_SECONDS -> MOST_SECONDS;
      case CONNECTIONS -> MOST_CONNECTIONS;
      case ACTOR_WRITES, ACTOR_BYTES, WRITES, WRITE_BYTES, READS, READ_BYTES ->
          999_999_999_999_999_999L;
    };
  }

  /** A limit. */
  public long of(Limit limit) {
    return values.getOrDefault(limit, limit.usual());
  }

  /** A limit of time. */
  public Duration time(Limit seconds) {
    return Duration.ofSeconds(of(seconds));
  }

  /** Limits, or why the server must not start. */
  public sealed interface Read {

    /** The limits. */
    record Settled(Limits limits) implements Read {}

    /** Some variables are no numbers; a line for each. */
    record Refused(List<String> problems) implements Read {

      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }
}
