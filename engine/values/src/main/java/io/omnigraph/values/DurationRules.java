package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time, as whole microseconds in 64 bits, with a sign. They are written as ISO 8601 has
 * them, in days of 24 hours, hours, minutes and seconds; months and years have no one length.
 */
final class DurationRules extends ScalarRules {

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<sign>[+-])?P(?=[0-9T])(?:(?<d>[0-9]{1,18})D)?"
              + "(?:T(?=[0-9])(?:(?<h>[0-9]{1,18})H)?(?:(?<m>[0-9]{1,18})M)?"
              + "(?:(?<s>[0-9]{1,18})(?:\\.(?<f>[0-9]{1,18}))?S)?)?");
  private static final int DIGITS = 6;
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000);
  private static final BigInteger SIXTY = BigInteger.valueOf(60);
  private static final BigInteger HOURS = BigInteger.valueOf(24);

  DurationRules() {
    super("Duration", ColumnForm.INT64);
  }

  @Override
  String parameterKind() {
    return "duration";
  }

  @Override
  Optional<String> literal() {
    return Optional.of("duration");
  }

  @Override
  Optional<Scalar> total() {
    return Optional.of(Scalar.DURATION);
  }

  @Override
  Reading read(JsonNode json) {
    return json.isTextual() ? parse(json.textValue()) : Reading.wrongKind("expects Duration");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isTextual()
        ? parse(json.textValue())
        : Reading.wrongKind("expected duration string, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    Matcher found = TEXT.matcher(text);
    String invalid = "invalid Duration literal '" + text + "'";
    if (!found.matches()) {
      return Reading.noSuchValue(invalid, "it is written like `P2DT3H0.5S`");
    }
    String fraction = found.group("f") == null ? "" : found.group("f");
    if (!fraction.substring(Math.min(DIGITS, fraction.length())).matches("0*")) {
      return Reading.noSuchValue(invalid, "a Duration is not finer than microseconds");
    }
    BigInteger seconds =
        number(found, "d")
            .multiply(HOURS)
            .add(number(found, "h"))
            .multiply(SIXTY)
            .add(number(found, "m"))
            .multiply(SIXTY)
            .add(number(found, "s"));
    BigInteger length =
        seconds.multiply(SECOND).add(new BigInteger((fraction + "000000").substring(0, DIGITS)));
    BigInteger micros = "-".equals(found.group("sign")) ? length.negate() : length;
    return micros.bitLength() < Long.SIZE
        ? Reading.of(micros.longValue())
        : Reading.noSuchValue("Duration value out of range", "");
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Long;
  }

  /** The largest units first, none of them zero; {@code PT0S} for none at all. */
  @Override
  Object json(Object value) {
    BigInteger micros = BigInteger.valueOf((Long) value);
    if (micros.signum() == 0) {
      return "PT0S";
    }
    BigInteger[] seconds = micros.abs().divideAndRemainder(SECOND);
    BigInteger[] minutes = seconds[0].divideAndRemainder(SIXTY);
    BigInteger[] hours = minutes[0].divideAndRemainder(SIXTY);
    BigInteger[] days = hours[0].divideAndRemainder(HOURS);
    String fraction = "%06d".formatted(seconds[1]).replaceAll("0+$", "");
    String time =
        unit(days[1], "", "H")
            + unit(hours[1], "", "M")
            + unit(minutes[1], fraction.isEmpty() ? "" : "." + fraction, "S");
    return (micros.signum() < 0 ? "-P" : "P")
        + unit(days[0], "", "D")
        + (time.isEmpty() ? "" : "T" + time);
  }

  @Override
  int compare(Object left, Object right) {
    return Long.compare((Long) left, (Long) right);
  }

  private static BigInteger number(Matcher found, String group) {
    String digits = found.group(group);
    return digits == null ? BigInteger.ZERO : new BigInteger(digits);
  }

  private static String unit(BigInteger number, String fraction, String letter) {
    return number.signum() == 0 && fraction.isEmpty() ? "" : number + fraction + letter;
  }
}
