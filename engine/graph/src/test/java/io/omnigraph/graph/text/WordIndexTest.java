package io.omnigraph.graph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordIndexTest {

  private static final List<String> VOCABULARY =
      List.of("water", "waters", "stone", "stones", "atlas", "the", "deep", "deeper", "x1", "café");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itKnowsWhatSplittingEachTextTells(long seed) {
    List<@Nullable String> texts = texts(new Random(seed));

    WordIndex index = index(texts);

    for (String stem : List.of("water", "stone", "atla", "the", "deep", "deeper", "x1", "cafe")) {
      assertThat(rows(index, stem)).as(stem).isEqualTo(expected(texts, stem));
    }
    assertThat(index.texts()).isEqualTo(texts.stream().filter(t -> t != null).count());
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      assertThat(index.length(row)).isEqualTo(text == null ? -1 : Words.of(text).size());
    }
    assertThat(index.totalLength())
        .isEqualTo(texts.stream().filter(t -> t != null).mapToLong(t -> Words.of(t).size()).sum());
  }

  @Test
  void wordsAreFoundAsTheyAreWritten() {
    WordIndex index = index(List.of("stones", "stone and stones", "atlas"));
    BitSet rows = new BitSet();

    index.addWithWritten(word -> word.equals("stones"), rows);

    assertThat(rows.stream()).containsExactly(0, 1);
  }

  @Test
  void itsBytesReadBackAsTheSameIndex() {
    List<@Nullable String> texts = texts(new Random(7));
    byte[] bytes = WordIndexFormat.write(index(texts));

    WordIndex read = WordIndexFormat.read(bytes, texts.size()).orElseThrow();

    assertThat(rows(read, "water")).isEqualTo(expected(texts, "water"));
    assertThat(WordIndexFormat.write(read)).isEqualTo(bytes);
  }

  @Test
  void damagedBytesAreNoIndex() {
    byte[] bytes = WordIndexFormat.write(index(List.of("water", "stone")));

    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThat(WordIndexFormat.read(damaged, 2)).isEqualTo(Optional.empty());
    }
    assertThat(WordIndexFormat.read(new byte[3], 2)).isEqualTo(Optional.empty());
    assertThat(WordIndexFormat.read(bytes, 3)).isEqualTo(Optional.empty());
  }

  private static List<@Nullable String> texts(Random random) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
      }
      texts.add(random.nextInt(5) == 0 ? null : String.join(", ", words));
    }
    return texts;
  }

  private static WordIndex index(List<@Nullable String> texts) {
    WordIndexBuilder builder = new WordIndexBuilder(texts.size());
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      if (text != null) {
        builder.add(row, text);
      }
    }
    return builder.build();
  }

  private static Map<Integer, Integer> rows(WordIndex index, String stem) {
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    index.eachWithStem(stem, (row, frequency) -> rows.merge(row, frequency, Integer::sum));
    return rows;
  }

  private static Map<Integer, Integer> expected(List<@Nullable String> texts, String stem) {
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      int count =
          text == null
              ? 0
              : (int) Words.of(text).stream().filter(word -> word.stem().equals(stem)).count();
      if (count > 0) {
        rows.put(row, count);
      }
    }
    return rows;
  }
}
