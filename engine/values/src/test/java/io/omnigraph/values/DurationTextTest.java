package io.omnigraph.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DurationTextTest {

  static final List<Read> READ =
      List.of(
          new Read("P2DT3H0.5S", 183_600_500_000L, "P2DT3H0.5S"),
          new Read("PT0S", 0, "PT0S"),
          new Read("-PT0S", 0, "PT0S"),
          new Read("P0D", 0, "PT0S"),
          new Read("PT36H", 129_600_000_000L, "P1DT12H"),
          new Read("PT90M", 5_400_000_000L, "PT1H30M"),
          new Read("+PT1S", 1_000_000, "PT1S"),
          new Read("-PT0.000001S", -1, "-PT0.000001S"),
          new Read("PT0.1000000S", 100_000, "PT0.1S"),
          new Read("P1D", 86_400_000_000L, "P1D"),
          new Read("P106751991DT4H54.775807S", Long.MAX_VALUE, "P106751991DT4H54.775807S"),
          new Read("-P106751991DT4H54.775808S", Long.MIN_VALUE, "-P106751991DT4H54.775808S"));

  static final List<String> REFUSED =
      List.of(
          "",
          "P",
          "PT",
          "P1",
          "1D",
          "P1DT",
          "PT1",
          "P1M",
          "P1Y",
          "P1W",
          "P1.5D",
          "PT1.S",
          "PT.5S",
          "PT1M1H",
          "pt1s",
          " PT1S",
          "PT-1S",
          "--PT1S",
          "PT0.0000001S",
          "P106751991DT4H54.775808S",
          "P999999999999999999D");

  @ParameterizedTest
  @FieldSource("READ")
  void aLengthOfTimeIsReadAndShownInItsOneForm(Read given) {
    assertThat(Scalar.DURATION.parse(given.text())).isEqualTo(Reading.of(given.micros()));
    assertThat(Scalar.DURATION.text(given.micros())).isEqualTo(given.shown());
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void anyOtherTextIsRefused(String text) {
    assertThat(Scalar.DURATION.parse(text)).isInstanceOf(Reading.Refused.class);
  }

  record Read(String text, long micros, String shown) {}
}
