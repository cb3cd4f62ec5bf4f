package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.values.CalendarText.Moment;
import java.util.Optional;

/**
 * Instants, as milliseconds since 1970-01-01T00:00Z in 64 bits. What is finer is refused, not cut
 * off.
 */
final class DateTimeRules extends ScalarRules {

  private static final long NANOS_PER_MILLI = 1_000_000;

  DateTimeRules() {
    super("DateTime", ColumnForm.MILLISECONDS);
  }

  @Override
  String parameterKind() {
    return "datetime";
  }

  @Override
  Optional<String> literal() {
    return Optional.of("datetime");
  }

  /** A text, or the milliseconds since 1970-01-01T00:00Z. */
  @Override
  Reading read(JsonNode json) {
    if (json.isTextual()) {
      return parse(json.textValue());
    }
    if (!json.isIntegralNumber()) {
      return Reading.wrongKind("expects DateTime");
    }
    return json.canConvertToLong() ? Reading.of(json.longValue()) : outOfRange();
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isTextual()
        ? parse(json.textValue())
        : Reading.wrongKind("expected datetime string, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    Optional<Moment> moment = CalendarText.moment(text);
    String invalid = "invalid DateTime literal '" + text + "'";
    if (moment.isEmpty()) {
      return Reading.noSuchValue(invalid, "");
    }
    long nanos = moment.get().nanos();
    return nanos % NANOS_PER_MILLI == 0
        ? millis(moment.get().day(), nanos / NANOS_PER_MILLI)
        : Reading.noSuchValue(invalid, "a DateTime is not finer than milliseconds");
  }

  @Override
  boolean isPlain(long number) {
    return true;
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Long;
  }

  @Override
  Object json(Object value) {
    return CalendarText.instant((Long) value);
  }

  @Override
  int compare(Object left, Object right) {
    return Long.compare((Long) left, (Long) right);
  }

  /** The first day that 64 bits hold is held in part only, so its midnight is beyond them. */
  private static Reading millis(long day, long time) {
    boolean isBefore = day < 0;
    try {
      long start = Math.multiplyExact(isBefore ? day + 1 : day, CalendarText.MILLIS_PER_DAY);
      return Reading.of(Math.addExact(start, isBefore ? time - CalendarText.MILLIS_PER_DAY : time));
    } catch (ArithmeticException _) {
      return outOfRange();
    }
  }

  private static Reading outOfRange() {
    return Reading.noSuchValue("DateTime value out of range", "");
  }
}
