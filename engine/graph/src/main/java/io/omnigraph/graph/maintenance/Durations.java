package io.omnigraph.graph.maintenance;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: a whole number and a unit; seconds without one. */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("([0-9]+)([A-Za-z]*)");

  private Durations() {}

  /**
   * A length of time.
   *
   * @param option named in the message when the text is none
   * @throws IllegalArgumentException when the text is none; its message is for people
   */
  public static Duration parse(String option, String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "`%s` must be a whole number with one of the units s, m, h, d, w, found `%s`"
              .formatted(option, text));
    }
    try {
      long seconds =
          Math.multiplyExact(Long.parseLong(matcher.group(1)), secondsOf(option, matcher.group(2)));
      // A century is as good as for ever and leaves room to count from now.
      return Duration.ofSeconds(Math.min(seconds, 36_525L * 86_400));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("`%s` is too long, found `%s`".formatted(option, text), e);
    }
  }

  private static long secondsOf(String option, String unit) {
    return switch (unit) {
      case "", "s" -> 1;
      case "m" -> 60;
      case "h" -> 3_600;
      case "d" -> 86_400;
      case "w" -> 604_800;
      default ->
          throw new IllegalArgumentException(
              "`%s` has the unknown unit `%s`; known are s, m, h, d, w".formatted(option, unit));
    };
  }
}
