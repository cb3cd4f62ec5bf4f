package io.omnigraph.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.maintenance.Durations;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  static final List<Case> CASES =
      List.of(
          new Case("90", 90),
          new Case(" 90s ", 90),
          new Case("0s", 0),
          new Case("15m", 900),
          new Case("24h", 86_400),
          new Case("7d", 604_800),
          new Case("2w", 1_209_600));

  @ParameterizedTest
  @FieldSource("CASES")
  void aNumberAndAUnitAreSeconds(Case c) {
    assertThat(Durations.parse("--older-than", c.text())).hasSeconds(c.seconds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "d", "1.5h", "-1d", "1h30m", "10ms", "7D", "7y", "99999999999999999999"})
  void anythingElseIsAnError(String text) {
    assertThatThrownBy(() -> Durations.parse("--older-than", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--older-than");
  }

  @AfterAll
  static void say() {
    System.out.println("rows covered: " + (CASES.size() + 9));
  }

  record Case(String text, long seconds) {}
}
