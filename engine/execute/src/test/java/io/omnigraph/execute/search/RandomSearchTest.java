package io.omnigraph.execute.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.search.NaiveSearch.Doc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search on a stored graph against {@link NaiveSearch}, while the graph changes. */
class RandomSearchTest {

  private static final List<String> VOCABULARY =
      List.of(
          "water",
          "waters",
          "watering",
          "stone",
          "stones",
          "Atlas",
          "the",
          "deep",
          "deeper",
          "river",
          "rivers",
          "café",
          "b2b",
          "mill",
          "mills",
          "milling",
          "of");

  @TempDir private Path directory;

  private int comparisons;
  private int withRows;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itFindsWhatTheRulesSay(long seed) {
    Random random = new Random(seed);
    Map<String, Doc> expected = new TreeMap<>();
    try (Documents documents = Documents.in(directory.resolve("g" + seed + ".omni"))) {
      for (int round = 0; round < 4; round++) {
        change(documents, expected, random, round == 0 ? 300 : 40);
        NaiveSearch naive = new NaiveSearch(List.copyOf(expected.values()));
        for (int i = 0; i < 25; i++) {
          compare(documents, naive, random, "seed " + seed + " round " + round + " query " + i);
        }
      }
    }
    assertThat(withRows).as("of %s", comparisons).isGreaterThan(comparisons / 2);
  }

  private static void change(
      Documents documents, Map<String, Doc> expected, Random random, int count) {
    documents.commit(transaction -> {
      for (int i = 0; i < count; i++) {
        String code = "d" + random.nextInt(400);
        if (expected.containsKey(code) && random.nextInt(3) == 0) {
          transaction.deleteNode("Doc", code);
          expected.remove(code);
        } else {
          Doc doc = doc(code, random);
          transaction.upsertNode(
              "Doc", null, Documents.values(code, doc.text(), doc.kind(), doc.vector()));
          expected.put(code, doc);
        }
      }
    });
  }

  private static Doc doc(String code, Random random) {
    return new Doc(
        code,
        random.nextInt(8) == 0 ? null : words(random, 7),
        random.nextBoolean() ? "x" : "y",
        random.nextInt(8) == 0 ? null : vector(random));
  }

  private void compare(Documents documents, NaiveSearch naive, Random random, String place) {
    String query = words(random, 4);
    float[] vector = vector(random);
    int limit = 1 + random.nextInt(20);
    boolean isFiltered = random.nextBoolean();
    Map<String, Object> values = new HashMap<>(Map.of("q", query, "v", vector));
    Asked asked =
        new Asked(
            documents,
            values,
            "match { $d: Doc %s } return { $d.code as c } ",
            isFiltered ? "$d.kind = \"x\"" : "");

    List<String> found =
        naive.search(query).stream().filter(c -> kept(naive, c, isFiltered)).toList();
    assertThat(asked.codes("search($d.text, $q)", "order { $d.code }"))
        .as(place + " search " + query)
        .isEqualTo(found);
    comparisons++;
    withRows += found.isEmpty() ? 0 : 1;
    assertThat(asked.codes("fuzzy($d.text, $q, 1)", "order { $d.code }"))
        .as(place + " fuzzy " + query)
        .isEqualTo(naive.fuzzy(query, 1).stream().filter(c -> kept(naive, c, isFiltered)).toList());
    List<String> relevant = naive.bm25(query, doc -> !isFiltered || doc.kind().equals("x"));
    assertThat(asked.codes("", "order { bm25($d.text, $q) }"))
        .as(place + " bm25 " + query)
        .isEqualTo(relevant);
    List<String> near = naive.nearest(vector, limit, d -> !isFiltered || d.kind().equals("x"));
    assertThat(asked.codes("", "order { nearest($d.vec, $v) } limit " + limit))
        .as(place + " nearest")
        .isEqualTo(near);
    assertThat(
            asked.codes("", "order { rrf(bm25($d.text, $q), nearest($d.vec, $v)) } limit " + limit))
        .as(place + " rrf " + query)
        .isEqualTo(NaiveSearch.fused(relevant, near, limit));
  }

  /** How queries are put together. */
  private record Asked(
      Documents documents, Map<String, Object> values, String frame, String filter) {

    List<String> codes(String clause, String order) {
      return documents.codes(
          frame.formatted(clause + " " + filter) + order, values, "$q: String, $v: Vector(6)");
    }
  }

  private static boolean kept(NaiveSearch naive, String code, boolean isFiltered) {
    return !isFiltered
        || naive.docs().stream().anyMatch(d -> d.code().equals(code) && d.kind().equals("x"));
  }

  private static String words(Random random, int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
    }
    return String.join(random.nextBoolean() ? " " : ", ", words);
  }

  private static float[] vector(Random random) {
    float[] vector = new float[Documents.DIMENSION];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }
}
