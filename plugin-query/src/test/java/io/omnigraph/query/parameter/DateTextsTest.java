package io.omnigraph.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DateTextsTest {

  record Reading(String text, String day, String instant) {}

  static final List<Reading> READINGS =
      List.of(
          new Reading("2024-05-01", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Reading("2024-5-1", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Reading("20240501", "2024-05-01", "2024-05-01T00:00:00Z"),
          new Reading("2024-05-01T23:30:00-02:00", "2024-05-02", "2024-05-02T01:30:00Z"),
          new Reading("2024-05-01 10:00:00.1239", "2024-05-01", "2024-05-01T10:00:00.123Z"),
          new Reading("2024-05-01t10:00:00z", "2024-05-01", "2024-05-01T10:00:00Z"),
          new Reading("2024-05-01T10:00:00 +0130", "2024-05-01", "2024-05-01T08:30:00Z"),
          new Reading("1969-12-31T23:59:59.5Z", "1969-12-31", "1969-12-31T23:59:59.500Z"));

  @ParameterizedTest
  @FieldSource("READINGS")
  void readsDaysAndInstants(Reading row) {
    assertThat(DateTexts.date(row.text())).hasValue(LocalDate.parse(row.day()).toEpochDay());
    assertThat(DateTexts.dateTime(row.text()))
        .hasValue(Instant.parse(row.instant()).toEpochMilli());
  }

  static final List<String> NEITHER =
      List.of(
          "",
          "soon",
          "01.05.2024",
          "2024-02-30",
          "2024-13-01",
          "2024-05-01T10:30",
          "2024-05-01T25:00:00Z",
          "2024-05-01T10:00:00+99:00",
          " 2024-05-01");

  @ParameterizedTest
  @FieldSource("NEITHER")
  void readsNothingElse(String text) {
    assertThat(DateTexts.date(text)).isEqualTo(Optional.empty());
    assertThat(DateTexts.dateTime(text)).isEqualTo(Optional.empty());
  }
}
