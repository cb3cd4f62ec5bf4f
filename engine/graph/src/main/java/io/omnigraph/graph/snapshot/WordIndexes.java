package io.omnigraph.graph.snapshot;

import io.omnigraph.graph.text.WordIndex;
import io.omnigraph.graph.text.WordIndexBuilder;

/** Indexes the words of columns. */
public final class WordIndexes {

  private WordIndexes() {}

  /** The words of a column with so many rows. */
  public static WordIndex of(Column.Texts texts, int rows) {
    WordIndexBuilder builder = new WordIndexBuilder(rows);
    for (int row = 0; row < rows; row++) {
      if (!texts.isNull(row)) {
        builder.add(row, texts.get(row));
      }
    }
    return builder.build();
  }
}
