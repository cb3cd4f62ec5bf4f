package io.omnigraph.values.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TemporalTextTest {

  static final List<Case> CASES =
      List.of(
          new Case("2024-05-01", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("2024-5-1", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("20240501", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Case("+12024-01-01", "+12024-01-01", "+12024-01-01T00:00:00Z"),
          new Case("-0001-01-01", "-0001-01-01", "-0001-01-01T00:00:00Z"),
          new Case("1969-12-31T23:59:59.999Z", "1969-12-31", "1969-12-31T23:59:59.999Z"),
          new Case("2024-05-01T23:30:00-02:00", "2024-05-02", "2024-05-02T01:30:00Z"),
          new Case("2024-05-01T00:30:00 +0100", "2024-04-30", "2024-04-30T23:30:00Z"),
          new Case("2024-05-01T00:30:00+01", "2024-04-30", "2024-04-30T23:30:00Z"),
          new Case("2024-05-01 10:00:00.1239", "2024-05-01", "2024-05-01T10:00:00.123Z"),
          new Case("2024-05-01t10:00:00.1z", "2024-05-01", "2024-05-01T10:00:00.100Z"),
          new Case("2024-05-01T103000", "2024-05-01", "2024-05-01T10:30:00Z"),
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
    assertThat(TemporalText.day(given.text()))
        .isEqualTo(
            given.day() == null
                ? OptionalLong.empty()
                : OptionalLong.of(LocalDate.parse(given.day()).toEpochDay()));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void textsMeanPointsInTime(Case given) {
    assertThat(TemporalText.millis(given.text()))
        .isEqualTo(
            given.time() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Instant.parse(given.time()).toEpochMilli()));
  }

  record Case(String text, @Nullable String day, @Nullable String time) {}
}
