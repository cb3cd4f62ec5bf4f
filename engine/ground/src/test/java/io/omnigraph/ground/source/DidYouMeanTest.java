package io.omnigraph.ground.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  private static final List<String> KNOWN = List.of("Vessel", "Berth", "String", "DateTime");

  @ParameterizedTest
  @CsvSource({
    "Vesel, Vessel",
    "Vessels, Vessel",
    "Vsesel, Vessel",
    "VESSEL, Vessel",
    "Strng, String",
    "Datetime, DateTime",
    "Harbour,",
    "X,"
  })
  void guessesTheNearestIfItIsNear(String written, String meant) {
    assertThat(DidYouMean.nearest(written, KNOWN)).isEqualTo(Optional.ofNullable(meant));
  }

  @ParameterizedTest
  @CsvSource({"Brth, did you mean `Berth`?", "Harbour,"})
  void asksBack(String written, String help) {
    assertThat(DidYouMean.help(written, KNOWN)).isEqualTo(help);
  }
}
