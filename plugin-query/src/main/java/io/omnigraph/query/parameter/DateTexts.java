package io.omnigraph.query.parameter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of dates and instants (graph-engine specification, section 2.6). A {@code Date}
 * is its days since 1970-01-01, a {@code DateTime} its milliseconds since 1970-01-01T00:00Z.
 */
public final class DateTexts {

  private static final long MILLIS_OF_DAY = 86_400_000;

  private static final Pattern DATE =
      Pattern.compile("(?<y>[0-9]{4})(?:-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|(?<c>[0-9]{4}))");

  private static final Pattern INSTANT =
      Pattern.compile(
          "(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})[Tt ]"
              + "(?<h>[0-9]{2}):(?<min>[0-9]{2}):(?<s>[0-9]{2})(?:\\.(?<f>[0-9]{1,9}))?"
              + "(?:[Zz]| ?(?<zone>[+-][0-9]{2}(?::?[0-9]{2})?))?");

  private DateTexts() {}

  /** The day that a text means, also one with a time of day; empty when it means none. */
  public static Optional<Long> date(String text) {
    return day(text).or(() -> instant(text).map(ms -> Math.floorDiv(ms, MILLIS_OF_DAY)));
  }

  /** The instant that a text means, also one without a time of day; empty when it means none. */
  public static Optional<Long> dateTime(String text) {
    return instant(text).or(() -> day(text).map(day -> day * MILLIS_OF_DAY));
  }

  private static Optional<Long> day(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String compact = matcher.group("c");
    int year = number(matcher, "y");
    try {
      LocalDate date =
          compact == null
              ? LocalDate.of(year, number(matcher, "m"), number(matcher, "d"))
              : LocalDate.of(
                  year,
                  Integer.parseInt(compact.substring(0, 2)),
                  Integer.parseInt(compact.substring(2)));
      return Optional.of(date.toEpochDay());
    } catch (DateTimeException notOnTheCalendar) {
      return Optional.empty();
    }
  }

  private static Optional<Long> instant(String text) {
    Matcher matcher = INSTANT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              LocalDate.of(number(matcher, "y"), number(matcher, "m"), number(matcher, "d")),
              LocalTime.of(number(matcher, "h"), number(matcher, "min"), number(matcher, "s")));
      String zone = matcher.group("zone");
      ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
      return Optional.of(local.toEpochSecond(offset) * 1000 + millis(matcher.group("f")));
    } catch (DateTimeException notOnTheCalendar) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int millis(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
  }
}
