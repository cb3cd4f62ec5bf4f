package io.omnigraph.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CalendarTextTest {

  static final List<Case> CASES =
      List.of(
          new Case("2024-05-01", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("2024-5-1", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("20240501", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("+12024-01-01", "+12024-01-01", "+12024-01-01T00:00:00Z"),
          new Case("-0001-01-01", "-0001-01-01", "-0001-01-01T00:00:00Z"),
          new Case("-0044-03-15T00:00:00.000Z", "-0044-03-15", "-0044-03-15T00:00:00Z"),
          new Case("+12024-01-01 10:00:00", null, "+12024-01-01T10:00:00Z"),
          new Case("2024-05-01T00:00:00Z", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("2024-05-01T02:00:00+02:00", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("2024-05-01T10:00:00.123000Z", null, "2024-05-01T10:00:00.123Z"),
          new Case("2024-05-01T10:00:00.123001Z", null, null),
          new Case("1969-12-31T23:59:59.999Z", null, "1969-12-31T23:59:59.999Z"),
          new Case("2024-05-01T23:30:00-02:00", null, "2024-05-02T01:30:00Z"),
          new Case("2024-05-01T00:30:00 +0100", null, "2024-04-30T23:30:00Z"),
          new Case("2024-05-01T00:30:00+01", null, "2024-04-30T23:30:00Z"),
          new Case("2024-05-01 10:00:00.1239", null, null),
          new Case("2024-05-01t10:00:00.1z", null, "2024-05-01T10:00:00.100Z"),
          new Case("2024-05-01T103000", null, "2024-05-01T10:30:00Z"),
          new Case("2024-02-29", "2024-02-29", "2024-02-29T00:00:00Z"),
          new Case("2023-02-29", null, null),
          new Case("2024-13-01", null, null),
          new Case("2024-05-01T10:30", null, null),
          new Case("2024-05-01T24:00:00Z", null, null),
          new Case("2024-05-01T10:60:00Z", null, null),
          new Case("2024-05-01T10:00:60Z", null, null),
          new Case("2024-05-01T10:00:00.1234567890", null, null),
          new Case("2024-05-01T10:00:00 Z", null, null),
          new Case("01.05.2024", null, null),
          new Case("yesterday", null, null),
          new Case(" 2024-05-01", null, null),
          new Case("", null, null));

  @ParameterizedTest
  @FieldSource("CASES")
  void textsMeanDays(Case given) {
    assertThat(value(Scalar.DATE, given.text()))
        .isEqualTo(Optional.ofNullable(given.day()).map(day -> LocalDate.parse(day).toEpochDay()));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void textsMeanPointsInTime(Case given) {
    assertThat(value(Scalar.DATE_TIME, given.text()))
        .isEqualTo(
            Optional.ofNullable(given.time()).map(time -> Instant.parse(time).toEpochMilli()));
  }

  private static Optional<Object> value(Scalar scalar, String text) {
    return scalar.parse(text) instanceof Reading.Value(Object value)
        ? Optional.of(value)
        : Optional.empty();
  }

  record Case(String text, @Nullable String day, @Nullable String time) {}
}
