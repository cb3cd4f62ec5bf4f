package io.omnigraph.graph.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the index of some rows, whose texts are added in ascending order. */
public final class WordIndexBuilder {

  private final Words words = new Words();
  private final Map<Word, Posting> postings = new HashMap<>();
  private final int[] lengths;

  /** A builder for some rows, none of which has a text yet. */
  public WordIndexBuilder(int rows) {
    this.lengths = new int[rows];
    Arrays.fill(lengths, WordIndex.NO_TEXT);
  }

  /** Adds the text of a row. */
  public void add(int row, String text) {
    lengths[row] = 0;
    words.each(
        text,
        word -> {
          lengths[row]++;
          postings.computeIfAbsent(word, _ -> new Posting()).add(row);
        });
  }

  /** The index. The builder is of no use afterwards. */
  public WordIndex build() {
    List<Map.Entry<Word, Posting>> entries = new ArrayList<>(postings.entrySet());
    entries.sort(Map.Entry.comparingByKey());
    Word[] sorted = new Word[entries.size()];
    int[] starts = new int[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = entries.get(i).getKey();
      starts[i + 1] = Math.addExact(starts[i], entries.get(i).getValue().finish());
    }
    byte[] all = new byte[starts[sorted.length]];
    for (int i = 0; i < sorted.length; i++) {
      byte[] one = entries.get(i).getValue().bytes;
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
