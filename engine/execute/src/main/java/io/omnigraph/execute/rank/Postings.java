package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.WordPart;
import java.util.Arrays;
import java.util.List;

/**
 * The live rows of a table that have a stem, ascending, and how often each has it in whatever form.
 */
final class Postings {

  /** The row in the upper half, the frequency in the lower. */
  private long[] entries = new long[16];

  private int size;

  private Postings() {}

  static Postings of(String stem, List<WordPart> parts) {
    Postings postings = new Postings();
    for (WordPart part : parts) {
      int first = postings.size;
      part.words()
          .eachWithStem(
              stem,
              (row, frequency) -> {
                if (!part.dead().get(row)) {
                  postings.add(part.start() + row, frequency);
                }
              });
      postings.mergeFrom(first);
    }
    return postings;
  }

  /** The number of rows. */
  int size() {
    return size;
  }

  int row(int index) {
    return (int) (entries[index] >>> Integer.SIZE);
  }

  int frequency(int index) {
    return (int) entries[index];
  }

  private void add(int row, int frequency) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size++] = ((long) row << Integer.SIZE) | frequency;
  }

  /** Puts the rows of several forms of a word in order, and adds up those of the same row. */
  private void mergeFrom(int first) {
    Arrays.sort(entries, first, size);
    int kept = first;
    for (int i = first; i < size; i++) {
      if (kept > first && row(kept - 1) == row(i)) {
        entries[kept - 1] += frequency(i);
      } else {
        entries[kept++] = entries[i];
      }
    }
    size = kept;
  }
}
