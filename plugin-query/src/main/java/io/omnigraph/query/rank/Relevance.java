package io.omnigraph.query.rank;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The relevance of the texts of a column to a query: Okapi BM25 (Robertson and Walker, 1994) with
 * k1 = 1.2 and b = 0.75 over stems, its statistics taken from the whole column. Null where a text
 * has none of the query's words.
 */
public final class Relevance implements Column.Doubles {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final double[] scores;

  /** The relevance of all live texts. */
  public Relevance(Table table, Column.Texts texts, String query) {
    this.scores = new double[table.size()];
    List<String> wanted = List.copyOf(new HashSet<>(Words.stems(query)));
    int[][] counts = new int[table.size()][];
    int[] lengths = new int[table.size()];
    int[] documents = new int[wanted.size()];
    long total = 0;
    int filled = 0;
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row) && !texts.isNull(row)) {
        List<String> words = Words.stems(texts.get(row));
        counts[row] = counts(words, wanted, documents);
        lengths[row] = words.size();
        total += words.size();
        filled++;
      }
    }
    double average = filled == 0 ? 1 : Math.max(1, total) / (double) filled;
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row) && !texts.isNull(row)) {
        scores[row] = score(counts[row], documents, filled, lengths[row] / average);
      }
    }
  }

  @Override
  public boolean isNull(int row) {
    return scores[row] == 0;
  }

  @Override
  public double get(int row) {
    return scores[row];
  }

  private static int[] counts(List<String> words, List<String> wanted, int[] documents) {
    int[] counts = new int[wanted.size()];
    Set<String> interesting = new HashSet<>(wanted);
    for (String word : words) {
      if (interesting.contains(word)) {
        counts[wanted.indexOf(word)]++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      documents[i] += counts[i] > 0 ? 1 : 0;
    }
    return counts;
  }

  private static double score(int[] counts, int[] documents, int all, double relativeLength) {
    double score = 0;
    for (int i = 0; i < counts.length; i++) {
      double rarity = Math.log(1 + (all - documents[i] + 0.5) / (documents[i] + 0.5));
      double frequency = counts[i];
      score += rarity * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * relativeLength));
    }
    return score;
  }
}
