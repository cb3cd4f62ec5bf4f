package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowRuns;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.values.text.TextBytes;
import java.util.Arrays;
import java.util.Optional;

/** Numbers for the texts of a column: a number of 16 bits a row, and a hash table of the texts. */
final class TextNumbers implements TextCodes {

  /** The most different texts that are numbered. */
  private static final int MOST = Character.MAX_VALUE;

  /** Columns most of whose first so many texts differ are given up at once. */
  private static final int SAMPLE = 1024;

  private static final int FREE = -1;

  private final Column.Texts texts;
  private final char[] codes;
  private int[] table = free(16);
  private int[] rows = new int[8];
  private int size;

  private TextNumbers(Column.Texts texts, int count) {
    this.texts = texts;
    this.codes = new char[count];
  }

  /** Numbers for a column; empty when it has too many different texts. */
  static Optional<TextCodes> of(Column.Texts texts, int count) {
    TextNumbers numbers = new TextNumbers(texts, count);
    return numbers.fill() ? Optional.of(numbers) : Optional.empty();
  }

  private boolean fill() {
    for (int row = 0; row < codes.length; row++) {
      if (texts.isNull(row)) {
        continue;
      }
      int place = place(row);
      if (table[place] == FREE) {
        if (size == MOST || (size >= SAMPLE && size > row / 2)) {
          return false;
        }
        add(row, place);
        codes[row] = (char) (size - 1);
      } else {
        codes[row] = (char) table[place];
      }
    }
    return true;
  }

  private void add(int row, int place) {
    table[place] = size;
    rows[size++] = row;
    if (2 * size == table.length) {
      table = free(2 * table.length);
      rows = Arrays.copyOf(rows, table.length / 2);
      for (int code = 0; code < size; code++) {
        table[place(rows[code])] = code;
      }
    }
  }

  private int place(int row) {
    int place = start(texts.hash(row));
    while (table[place] != FREE && !texts.isEqual(row, texts, rows[table[place]])) {
      place = place + 1 & table.length - 1;
    }
    return place;
  }

  private int start(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & table.length - 1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int code(int row) {
    return codes[row];
  }

  @Override
  public int row(int code) {
    return rows[code];
  }

  @Override
  public int codeOf(byte[] utf8) {
    int place = start(TextBytes.hash(utf8));
    while (table[place] != FREE && !texts.equalsUtf8(rows[table[place]], utf8)) {
      place = place + 1 & table.length - 1;
    }
    return table[place];
  }

  @Override
  public void gather(int[] wanted, int count, int[] into) {
    if (RowRuns.isRun(wanted, count)) {
      int first = wanted[0];
      for (int i = 0; i < count; i++) {
        into[i] = codes[first + i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      into[i] = codes[wanted[i]];
    }
  }

  private static int[] free(int length) {
    int[] table = new int[length];
    Arrays.fill(table, FREE);
    return table;
  }
}
