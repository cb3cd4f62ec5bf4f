package io.omnigraph.graph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WordsTest {

  private static final String LONGEST = "x".repeat(40);

  static final List<Case> CASES =
      List.of(
          new Case("", ""),
          new Case("Deep Water Basics", "deep water basic"),
          new Case("WATERS, watering; watered!", "water water water"),
          new Case("the water and the stone", "water stone"),
          new Case("Café Zoë", "cafe zoe"),
          new Case("42 towers, b2b", "42 tower b2b"),
          new Case("snow_white-rose's", "snow white rose s"),
          new Case("Straße", "strasse"),
          new Case("горы 山", "горы 山"),
          new Case("a𐐀b", "a𐐨b"),
          new Case(LONGEST, LONGEST),
          new Case(LONGEST + "x short", "short"),
          new Case("İstanbul", "istanbul"));

  record Case(String text, String stems) {}

  @ParameterizedTest
  @FieldSource("CASES")
  void aTextHasStems(Case c) {
    assertThat(String.join(" ", Words.of(c.text()).stream().map(Word::stem).toList()))
        .isEqualTo(c.stems());
  }

  @Test
  void wordsAreAlsoKeptAsTheyAreWritten() {
    assertThat(Words.of("The Basics of Cafés"))
        .containsExactly(new Word("basic", "basics"), new Word("cafe", "cafes"));
  }
}
