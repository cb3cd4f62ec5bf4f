package io.omnigraph.execute.search;

import io.omnigraph.graph.text.Word;
import io.omnigraph.graph.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** docs/reference/query-language.md §8 word for word, over documents in a list. */
record NaiveSearch(List<Doc> docs) {

  /** A document. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Doc(String code, @Nullable String text, String kind, float @Nullable [] vector) {

    List<String> stems() {
      return text == null ? List.of() : Words.of(text).stream().map(Word::stem).toList();
    }
  }

  List<String> search(String query) {
    List<String> stems = Words.of(query).stream().map(Word::stem).toList();
    return codes(doc -> doc.stems().stream().anyMatch(stems::contains));
  }

  List<String> fuzzy(String query, int edits) {
    return codes(doc ->
        doc.text() != null
            && Words.of(doc.text()).stream()
                .anyMatch(word ->
                    Words.of(query).stream()
                        .anyMatch(q -> distance(q.written(), word.written()) <= edits)));
  }

  /** The documents by their relevance, best first. */
  List<String> bm25(String query, Predicate<Doc> filter) {
    List<Doc> texts = docs.stream().filter(doc -> doc.text() != null).toList();
    double average = texts.stream().mapToInt(doc -> doc.stems().size()).average().orElse(1);
    List<String> stems = Words.of(query).stream().map(Word::stem).distinct().toList();
    Map<String, Double> scores = new HashMap<>();
    for (String stem : stems) {
      long having = texts.stream().filter(doc -> doc.stems().contains(stem)).count();
      double idf = Math.log(1 + (texts.size() - having + 0.5) / (having + 0.5));
      for (Doc doc : texts) {
        double count = doc.stems().stream().filter(stem::equals).count();
        if (count > 0) {
          double length = doc.stems().size() / average;
          scores.merge(
              doc.code(), idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length)), Double::sum);
        }
      }
    }
    return ordered(
        doc -> scores.containsKey(doc.code()) && filter.test(doc),
        doc -> -Objects.requireNonNull(scores.get(doc.code())));
  }

  /** The documents by the distance of their vectors, nearest first. */
  List<String> nearest(float[] query, int limit, Predicate<Doc> filter) {
    List<String> ordered =
        ordered(doc -> doc.vector() != null && filter.test(doc), doc -> cosine(doc, query));
    return ordered.subList(0, Math.min(limit, ordered.size()));
  }

  static List<String> fused(List<String> first, List<String> second, int limit) {
    Map<String, Double> scores = new HashMap<>();
    List<String> all = new ArrayList<>(first);
    second.stream().filter(code -> !first.contains(code)).forEach(all::add);
    for (List<String> ranking : List.of(first, second)) {
      for (int rank = 0; rank < ranking.size(); rank++) {
        scores.merge(ranking.get(rank), 1.0 / (60 + rank + 1), Double::sum);
      }
    }
    return all.stream()
        .sorted(Comparator.comparingDouble(code -> -Objects.requireNonNull(scores.get(code))))
        .limit(limit)
        .toList();
  }

  private List<String> codes(Predicate<Doc> test) {
    return docs.stream().filter(test).map(Doc::code).sorted().toList();
  }

  private List<String> ordered(Predicate<Doc> test, ToDoubleFunction<Doc> key) {
    Function<Doc, Double> rounded = doc -> Math.round(key.applyAsDouble(doc) * 1e9) / 1e9;
    return docs.stream()
        .filter(test)
        .sorted(Comparator.comparing(rounded).thenComparing(Doc::code))
        .map(Doc::code)
        .toList();
  }

  private static double cosine(Doc doc, float[] query) {
    float[] vector = Objects.requireNonNull(doc.vector());
    double product = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < query.length; i++) {
      product += (double) vector[i] * query[i];
      left += (double) vector[i] * vector[i];
      right += (double) query[i] * query[i];
    }
    return left * right == 0 ? 1 : 1 - product / Math.sqrt(left * right);
  }

  private static int distance(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    edits[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1),
                    1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
      }
    }
    return edits[left.length()][right.length()];
  }
}
