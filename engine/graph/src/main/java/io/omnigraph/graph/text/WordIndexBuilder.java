package io.omnigraph.graph.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Builds the index of some rows, whose texts are added in ascending order. */
public final class WordIndexBuilder {

  private final Words words = new Words();
  private final List<Posting> postings = new ArrayList<>();
  private final int[] lengths;

  /** A builder for some rows, none of which has a text yet. */
  public WordIndexBuilder(int rows) {
    this.lengths = new int[rows];
    Arrays.fill(lengths, WordIndex.NO_TEXT);
  }

  /** Adds the text of a row. */
  public void add(int row, String text) {
    lengths[row] = 0;
    words.each(text, word -> add(row, word));
  }

  private void add(int row, int word) {
    if (word == postings.size()) {
      postings.add(new Posting());
    }
    postings.get(word).add(row);
    lengths[row]++;
  }

  /** The index. The builder is of no use afterwards. */
  public WordIndex build() {
    List<Word> unsorted = words.words();
    Integer[] order = new Integer[unsorted.size()];
    Arrays.setAll(order, number -> number);
    Arrays.sort(order, Comparator.comparing(unsorted::get));
    Word[] sorted = new Word[order.length];
    int[] starts = new int[order.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = unsorted.get(order[i]);
      starts[i + 1] = Math.addExact(starts[i], postings.get(order[i]).finish());
    }
    byte[] all = new byte[starts[sorted.length]];
    for (int i = 0; i < sorted.length; i++) {
      byte[] one = postings.get(order[i]).bytes;
      System.arraycopy(one, 0, all, starts[i], starts[i + 1] - starts[i]);
    }
    return new WordIndex(sorted, starts, all, lengths);
  }

  /** The rows of one word. */
  private static final class Posting {

    private static final int LONGEST_PAIR = 10;

    private byte[] bytes = new byte[LONGEST_PAIR];
    private int size;
    private int written = -1;
    private int row = -1;
    private int frequency;

    void add(int next) {
      if (next != row) {
        finish();
        row = next;
      }
      frequency++;
    }

    /** Writes down the last row, and says how many bytes there are. */
    int finish() {
      if (frequency > 0) {
        if (size + LONGEST_PAIR > bytes.length) {
          bytes = Arrays.copyOf(bytes, bytes.length * 2 + LONGEST_PAIR);
        }
        put(row - written);
        put(frequency);
        written = row;
        frequency = 0;
      }
      return size;
    }

    private void put(int number) {
      int left = number;
      while (left >= 0x80) {
        bytes[size++] = (byte) (left | 0x80);
        left >>>= 7;
      }
      bytes[size++] = (byte) left;
    }
  }
}
