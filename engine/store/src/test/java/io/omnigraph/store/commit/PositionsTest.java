package io.omnigraph.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.DamagedGraphException;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  static final List<Case> CASES =
      List.of(
          new Case(List.of(), ""),
          new Case(List.of(7), "7"),
          new Case(List.of(0, 1), "0-1"),
          new Case(List.of(0, 1, 2, 3, 4, 7, 9, 10), "0-4,7,9-10"));

  @ParameterizedTest
  @FieldSource("CASES")
  void positionsAreNumbersAndRanges(Case c) {
    BitSet set = new BitSet();
    c.positions().forEach(set::set);

    assertThat(Positions.text(set)).isEqualTo(c.text());
    assertThat(Positions.of(c.text())).isEqualTo(set);
  }

  @Test
  void everySetComesBackFromItsText() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 200; run++) {
      BitSet set = new BitSet();
      random.ints(random.nextInt(40), 0, 60).forEach(set::set);

      assertThat(Positions.of(Positions.text(set))).as("run %d", run).isEqualTo(set);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,", "4-2-1", "-3", "5-3"})
  void anythingElseIsDamage(String text) {
    assertThatThrownBy(() -> Positions.of(text))
        .isInstanceOf(DamagedGraphException.class)
        .hasMessage("`%s` is no set of row numbers", text);
  }

  record Case(List<Integer> positions, String text) {}
}
