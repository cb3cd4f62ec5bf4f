package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.values.CalendarText.Moment;
import java.util.Optional;

/** Calendar days, as days since 1970-01-01 in 32 bits. A time of day is refused, not cut off. */
final class DateRules extends ScalarRules {

  DateRules() {
    super("Date", ColumnForm.DAYS);
  }

  @Override
  String parameterKind() {
    return "date";
  }

  @Override
  Optional<String> literal() {
    return Optional.of("date");
  }

  /** A text, or the days since 1970-01-01. */
  @Override
  Reading read(JsonNode json) {
    if (json.isTextual()) {
      return parse(json.textValue());
    }
    if (!json.isIntegralNumber()) {
      return Reading.wrongKind("expects Date");
    }
    return json.canConvertToLong() ? day(json.longValue()) : outOfRange();
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isTextual()
        ? parse(json.textValue())
        : Reading.wrongKind("expected date string, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    Optional<Moment> moment = CalendarText.moment(text);
    String invalid = "invalid Date literal '" + text + "'";
    if (moment.isEmpty()) {
      return Reading.noSuchValue(invalid, "");
    }
    return moment.get().nanos() == 0
        ? day(moment.get().day())
        : Reading.noSuchValue(invalid, "a Date has no time of day");
  }

  @Override
  boolean isPlain(long number) {
    return number == (int) number;
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Long day && day == day.intValue();
  }

  @Override
  Object json(Object value) {
    return CalendarText.day((Long) value);
  }

  @Override
  int compare(Object left, Object right) {
    return Long.compare((Long) left, (Long) right);
  }

  private static Reading day(long day) {
    return day == (int) day ? Reading.of(day) : outOfRange();
  }

  private static Reading outOfRange() {
    return Reading.noSuchValue("Date value out of range", "");
  }
}
