package io.omnigraph.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the texts of days and instants (docs/reference/graph-engine.md §2.6). */
final class CalendarText {

  static final long MILLIS_PER_DAY = 86_400_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
  private static final String EXTENDED = "[+-][0-9]{1,9}-[0-9]{2}-[0-9]{2}";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<y>[0-9]{4}|[+-][0-9]{1,9})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})"
              + "|(?<cy>[0-9]{4})(?<cm>[0-9]{2})(?<cd>[0-9]{2})");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}|"
              + EXTENDED
              + ")[Tt ]"
              + "(?:(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\\.(?<f>[0-9]{1,9}))?"
              + "|(?<ch>[0-9]{2})(?<cm>[0-9]{2})(?<cs>[0-9]{2}))"
              + "(?:[Zz]| ?(?<sign>[+-])(?<zh>[0-9]{2})(?::?(?<zm>[0-9]{2}))?)?");

  private CalendarText() {}

  /**
   * A point in time.
   *
   * @param day since 1970-01-01, in UTC
   * @param nanos since its midnight
   */
  record Moment(long day, long nanos) {}

  /** What a text means: a day is its midnight in UTC; empty when it is neither day nor instant. */
  static Optional<Moment> moment(String text) {
    Optional<Moment> day = calendarDay(text);
    return day.isPresent() ? day : instant(text);
  }

  /** A day: {@code 2024-05-01}; with a sign where the year has not four digits. */
  static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** An instant: {@code 2024-05-01T10:30:00.000Z}; the day as {@link #day} has it. */
  static String instant(long millis) {
    int time = (int) Math.floorMod(millis, MILLIS_PER_DAY);
    StringBuilder text = new StringBuilder(24);
    text.append(day(Math.floorDiv(millis, MILLIS_PER_DAY))).append('T');
    digits(text, time / 3_600_000, 10).append(':');
    digits(text, time / 60_000 % 60, 10).append(':');
    digits(text, time / 1_000 % 60, 10).append('.');
    return digits(text, time % 1_000, 100).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder to, int number, int unit) {
    for (int rest = unit; rest > 0; rest /= 10) {
      to.append((char) ('0' + number / rest % 10));
    }
    return to;
  }

  private static Optional<Moment> calendarDay(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    boolean isCompact = date.group("y") == null;
    String year = date.group(isCompact ? "cy" : "y");
    String month = date.group(isCompact ? "cm" : "m");
    String day = date.group(isCompact ? "cd" : "d");
    boolean isSigned = year.charAt(0) == '+' || year.charAt(0) == '-';
    if (isSigned && (month.length() < 2 || day.length() < 2)) {
      return Optional.empty();
    }
    try {
      LocalDate found =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return Optional.of(new Moment(found.toEpochDay(), 0));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> instant(String text) {
    Matcher found = DATE_TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    boolean isCompact = found.group("h") == null;
    long hour = number(found, isCompact ? "ch" : "h");
    long minute = number(found, isCompact ? "cm" : "m");
    long second = number(found, isCompact ? "cs" : "s");
    long zoneHour = number(found, "zh");
    long zoneMinute = number(found, "zm");
    if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) {
      return Optional.empty();
    }
    long offset = (zoneHour * 60 + zoneMinute) * 60;
    long seconds =
        (hour * 60 + minute) * 60 + second + ("-".equals(found.group("sign")) ? offset : -offset);
    long nanos = seconds * NANOS_PER_SECOND + fraction(found);
    return calendarDay(found.group("date"))
        .map(date ->
            new Moment(
                date.day() + Math.floorDiv(nanos, NANOS_PER_DAY),
                Math.floorMod(nanos, NANOS_PER_DAY)));
  }

  private static long number(Matcher found, String group) {
    String digits = found.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long fraction(Matcher found) {
    String digits = found.group("f");
    return digits == null ? 0 : Long.parseLong((digits + "00000000").substring(0, 9));
  }
}
