package io.omnigraph.values.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of dates and points in time (graph-engine specification, section 2.6). */
public final class TemporalText {

  private static final int LONGEST_DATE = 10;
  private static final long MILLIS_PER_DAY = 86_400_000;
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|([0-9]{2})([0-9]{2}))");
  private static final Pattern EXTENDED_DATE =
      Pattern.compile("([+-][0-9]{1,9})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
              + "(?:(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\\.(?<f>[0-9]{1,9}))?"
              + "|(?<ch>[0-9]{2})(?<cm>[0-9]{2})(?<cs>[0-9]{2}))"
              + "(?:[Zz]| ?(?<sign>[+-])(?<zh>[0-9]{2})(?::?(?<zm>[0-9]{2}))?)?");

  private TemporalText() {}

  /**
   * The days since 1970-01-01 that a text means; of a point in time, those of its UTC calendar day.
   *
   * @return empty when the text is neither
   */
  public static OptionalLong day(String text) {
    if (text.length() <= LONGEST_DATE || isSigned(text)) {
      return calendarDay(text);
    }
    OptionalLong millis = pointInTime(text);
    return millis.isPresent()
        ? OptionalLong.of(Math.floorDiv(millis.getAsLong(), MILLIS_PER_DAY))
        : millis;
  }

  /**
   * The milliseconds since 1970-01-01T00:00Z that a text means; of a date, those of midnight UTC.
   * Further digits of a fraction are cut off.
   *
   * @return empty when the text is neither
   */
  public static OptionalLong millis(String text) {
    if (text.length() > LONGEST_DATE && !isSigned(text)) {
      return pointInTime(text);
    }
    OptionalLong day = calendarDay(text);
    return day.isPresent() ? OptionalLong.of(day.getAsLong() * MILLIS_PER_DAY) : day;
  }

  private static boolean isSigned(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }

  private static OptionalLong calendarDay(String text) {
    Matcher extended = EXTENDED_DATE.matcher(text);
    if (extended.matches()) {
      return epochDay(extended.group(1), extended.group(2), extended.group(3));
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return OptionalLong.empty();
    }
    return date.group(2) == null
        ? epochDay(date.group(1), date.group(4), date.group(5))
        : epochDay(date.group(1), date.group(2), date.group(3));
  }

  private static OptionalLong epochDay(String year, String month, String day) {
    try {
      return OptionalLong.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toEpochDay());
    } catch (DateTimeException _) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong pointInTime(String text) {
    Matcher found = DATE_TIME.matcher(text);
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    OptionalLong day = calendarDay(found.group("date"));
    boolean compact = found.group("h") == null;
    long hour = number(found, compact ? "ch" : "h");
    long minute = number(found, compact ? "cm" : "m");
    long second = number(found, compact ? "cs" : "s");
    long zoneHour = number(found, "zh");
    long zoneMinute = number(found, "zm");
    if (day.isEmpty() || hour > 23 || minute > 59 || second > 59) {
      return OptionalLong.empty();
    }
    if (zoneHour > 23 || zoneMinute > 59) {
      return OptionalLong.empty();
    }
    long offset = (zoneHour * 60 + zoneMinute) * 60_000;
    long local =
        day.getAsLong() * MILLIS_PER_DAY
            + ((hour * 60 + minute) * 60 + second) * 1_000
            + millisOfFraction(found);
    return OptionalLong.of("-".equals(found.group("sign")) ? local + offset : local - offset);
  }

  private static long number(Matcher found, String group) {
    String digits = found.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long millisOfFraction(Matcher found) {
    String digits = found.group("f");
    return digits == null ? 0 : Long.parseLong((digits + "00").substring(0, 3));
  }
}
