package io.omnigraph.values.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextBytesTest {

  @Test
  void theOrderIsThatOfCodePointsAndNotOfCharacters() {
    // In UTF-16 the surrogates of U+1F600 come before U+FFFD; as code points they come after.
    List<String> ascending = List.of("", "a", "aa", "b", "é", "\uFFFD", "\uD83D\uDE00");

    assertThat(
            ascending.stream()
                .sorted((l, r) -> {
                  byte[] left = TextBytes.of(l);
                  return TextBytes.compare(left, 0, left.length, TextBytes.of(r));
                }))
        .containsExactlyElementsOf(ascending);
  }

  @Test
  void theHashDependsOnTheTextAloneAndNotOnWhereItStands() {
    byte[] alone = TextBytes.of("ada lovelace, 1815");
    byte[] within = TextBytes.of("xxxada lovelace, 1815yy");

    assertThat(TextBytes.hash(within, 3, 3 + alone.length)).isEqualTo(TextBytes.hash(alone));
    assertThat(TextBytes.equal(within, 3, 3 + alone.length, alone)).isTrue();
    assertThat(TextBytes.equal(within, 3, 4 + alone.length, alone)).isFalse();
  }

  @Test
  void theHashesOfNumberedIdsHardlyCollide() {
    int ids = 200_000;
    Set<Integer> hashes = HashSet.newHashSet(ids);
    for (int i = 0; i < ids; i++) {
      hashes.add(TextBytes.hash(TextBytes.of("person-" + i)));
    }

    // Of n random values of 32 bits about n²/2³³ collide: here about 5.
    assertThat(ids - hashes.size()).isLessThan(40);
  }
}
