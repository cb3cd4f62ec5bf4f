package io.omnigraph.graph.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * In which rows words are, and how often. Words are sorted by their stems, so that the forms of a
 * word lie side by side; the rows of a word are kept as the gaps between them. Immutable and safe
 * for use by several threads.
 */
public final class WordIndex {

  /** The length of a row that has no text. */
  public static final int NO_TEXT = -1;

  private final Word[] words;
  private final int[] starts;
  private final byte[] postings;
  private final int[] lengths;
  private final int texts;
  private final long totalLength;

  /**
   * An index.
   *
   * @param words sorted
   * @param starts where the rows of each word begin in the postings, then where the last end
   * @param postings pairs of numbers, each of 7 bits a byte: the gap to the row before, frequency
   * @param lengths the number of words of each row, or {@link #NO_TEXT}
   */
  WordIndex(Word[] words, int[] starts, byte[] postings, int[] lengths) {
    this.words = words;
    this.starts = starts;
    this.postings = postings;
    this.lengths = lengths;
    this.texts = (int) Arrays.stream(lengths).filter(length -> length != NO_TEXT).count();
    this.totalLength = Arrays.stream(lengths).filter(length -> length > 0).asLongStream().sum();
  }

  /** The number of rows. */
  public int rows() {
    return lengths.length;
  }

  /** The number of rows that have a text. */
  public int texts() {
    return texts;
  }

  /** The number of words of all rows. */
  public long totalLength() {
    return totalLength;
  }

  /** The number of words of a row; {@link #NO_TEXT} when it has no text. */
  public int length(int row) {
    return lengths[row];
  }

  /** Passes on the rows that have a word of a stem, once for each of its forms. */
  public void eachWithStem(String stem, PostingConsumer action) {
    for (int word = firstWithStem(stem); word < words.length; word++) {
      if (!words[word].stem().equals(stem)) {
        return;
      }
      each(word, action);
    }
  }

  /** Adds the rows that have a word, as it is written, which a test accepts. */
  public void addWithWritten(Predicate<String> test, BitSet rows) {
    for (int word = 0; word < words.length; word++) {
      if (test.test(words[word].written())) {
        each(word, (row, _) -> rows.set(row));
      }
    }
  }

  /** Roughly the bytes that the index takes in memory. */
  public long bytes() {
    return postings.length + 4L * lengths.length + 4L * starts.length + 120L * words.length;
  }

  Word[] words() {
    return words;
  }

  int[] starts() {
    return starts;
  }

  byte[] postings() {
    return postings;
  }

  int[] lengths() {
    return lengths;
  }

  private void each(int word, PostingConsumer action) {
    int at = starts[word];
    int end = starts[word + 1];
    int row = -1;
    while (at < end) {
      int gap = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = postings[at++];
        gap |= (part & 0x7f) << shift;
        if (part >= 0) {
          break;
        }
      }
      int frequency = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = postings[at++];
        frequency |= (part & 0x7f) << shift;
        if (part >= 0) {
          break;
        }
      }
      row += gap;
      action.accept(row, frequency);
    }
  }

  private int firstWithStem(String stem) {
    int found = Arrays.binarySearch(words, new Word(stem, ""));
    return found >= 0 ? found : -found - 1;
  }

  /** Takes rows of a word. */
  @FunctionalInterface
  public interface PostingConsumer {

    /** Takes a row and how often it has the word. */
    void accept(int row, int frequency);
  }
}
