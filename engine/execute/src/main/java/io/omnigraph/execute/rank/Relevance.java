package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.graph.text.Word;
import io.omnigraph.graph.text.Words;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The relevance of the texts of a property to a query: Okapi BM25 (Robertson and Walker, 1994) with
 * k1 = 1.2 and b = 0.75 over stems. Its statistics are those of all live rows that have a text: how
 * many there are, how many words they have on average, and how many have a stem. Null where a text
 * has none of the query's words.
 */
public final class Relevance implements Column.Doubles {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final BitSet matches = new BitSet();
  private final int[] rows;
  private final double[] scores;

  /** The relevance of the live rows of some parts of a table, which are all of it. */
  public Relevance(List<WordPart> parts, String query) {
    List<Postings> found =
        Words.of(query).stream()
            .map(Word::stem)
            .distinct()
            .map(stem -> Postings.of(stem, parts))
            .toList();
    for (Postings postings : found) {
      for (int i = 0; i < postings.size(); i++) {
        matches.set(postings.row(i));
      }
    }
    this.rows = matches.stream().toArray();
    this.scores = new double[rows.length];
    Corpus corpus = Corpus.of(parts);
    double[] lengths = relativeLengths(parts, corpus);
    found.forEach(postings -> add(postings, corpus, lengths));
  }

  /** The rows that match, ascending. */
  public int[] rows() {
    return rows.clone();
  }

  @Override
  public boolean isNull(int row) {
    return row < 0 || !matches.get(row);
  }

  @Override
  public double get(int row) {
    int found = Arrays.binarySearch(rows, row);
    return found < 0 ? 0 : scores[found];
  }

  private void add(Postings postings, Corpus corpus, double[] lengths) {
    double rarity =
        Math.log(1 + (corpus.texts() - postings.size() + 0.5) / (postings.size() + 0.5));
    int place = 0;
    for (int i = 0; i < postings.size(); i++) {
      while (rows[place] < postings.row(i)) {
        place++;
      }
      double frequency = postings.frequency(i);
      scores[place] +=
          rarity * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * lengths[place]));
    }
  }

  private double[] relativeLengths(List<WordPart> parts, Corpus corpus) {
    double[] lengths = new double[rows.length];
    int place = 0;
    for (WordPart part : parts) {
      int end = part.start() + part.words().rows();
      while (place < rows.length && rows[place] < end) {
        lengths[place] = part.words().length(rows[place] - part.start()) / corpus.averageLength();
        place++;
      }
    }
    return lengths;
  }

  /**
   * The texts of the live rows.
   *
   * @param texts how many there are
   * @param words how many they have together
   */
  private record Corpus(long texts, long words) {

    static Corpus of(List<WordPart> parts) {
      long texts = 0;
      long words = 0;
      for (WordPart part : parts) {
        texts += part.words().texts();
        words += part.words().totalLength();
        for (int row = part.dead().nextSetBit(0); row >= 0; row = part.dead().nextSetBit(row + 1)) {
          int length = part.words().length(row);
          texts -= length < 0 ? 0 : 1;
          words -= Math.max(length, 0);
        }
      }
      return new Corpus(texts, words);
    }

    double averageLength() {
      return Math.max(1, words) / (double) Math.max(1, texts);
    }
  }
}
