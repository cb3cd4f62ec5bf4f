package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.values.Identity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells which values of a column are equal: those that have one code. Nulls are not asked for. */
interface ValueNumbers {

  /** The code of the value of a row. */
  long code(int row);

  /** The codes of the values of some rows, in their order. */
  default void codes(int[] rows, int count, long[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = code(rows[i]);
    }
  }

  /** The codes of the values of some rows likewise, where all of them count something from 0. */
  default void codes(int[] rows, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = (int) code(rows[i]);
    }
  }

  /** One more than the greatest code, where all of them count something from 0; 0 otherwise. */
  default int bound() {
    return 0;
  }

  /** Codes for a column. */
  static ValueNumbers of(Column column, Account account) {
    return switch (column) {
      case Column.Texts texts -> texts(texts, account);
      case Column.Longs longs -> new OfLongs(longs);
      case Column.Doubles doubles -> row -> Double.doubleToLongBits(Identity.of(doubles.get(row)));
      case Column.Booleans booleans -> row -> booleans.get(row) ? 1 : 0;
      case Column.Vectors _, Column.Lists _ -> new OfObjects(column, account);
    };
  }

  private static ValueNumbers texts(Column.Texts texts, Account account) {
    Optional<TextCodes> codes = texts.codes();
    return codes.isPresent() ? new OfCodes(codes.get()) : new OfTexts(texts, account);
  }

  /** Rows no two of which have the same value. */
  record OfRows(int rows) implements ValueNumbers {

    @Override
    public long code(int row) {
      return row;
    }

    @Override
    public void codes(int[] rows, int count, int[] into) {
      System.arraycopy(rows, 0, into, 0, count);
    }

    @Override
    public int bound() {
      return rows;
    }
  }

  /** Whole numbers. */
  record OfLongs(Column.Longs numbers) implements ValueNumbers {

    @Override
    public long code(int row) {
      return numbers.get(row);
    }

    @Override
    public void codes(int[] rows, int count, long[] into) {
      numbers.gather(rows, count, into);
    }
  }

  /** Texts that have numbers. */
  final class OfCodes implements ValueNumbers {

    private final TextCodes codes;

    OfCodes(TextCodes codes) {
      this.codes = codes;
    }

    @Override
    public long code(int row) {
      return codes.code(row);
    }

    @Override
    public void codes(int[] rows, int count, int[] into) {
      codes.gather(rows, count, into);
    }

    @Override
    public int bound() {
      return codes.size();
    }
  }

  /** Texts by their bytes: a hash table of numbers, and a row for each number. */
  final class OfTexts implements ValueNumbers {

    private static final int FREE = -1;
    private static final int SMALLEST = 64;

    private final Column.Texts texts;
    private final Account account;
    private int[] table = freeTable(SMALLEST);
    private int[] rows = new int[SMALLEST / 2];
    private int size;

    OfTexts(Column.Texts texts, Account account) {
      this.texts = texts;
      this.account = account;
    }

    @Override
    public long code(int row) {
      if (2 * size >= table.length) {
        grow();
      }
      int place = find(row);
      if (table[place] == FREE) {
        table[place] = size;
        rows[size++] = row;
      }
      return table[place];
    }

    private int find(int row) {
      int mask = table.length - 1;
      int hash = texts.hash(row) * 0x9E3779B9;
      int place = (hash ^ (hash >>> 15)) & mask;
      while (table[place] != FREE && !texts.isEqual(row, texts, rows[table[place]])) {
        place = (place + 1) & mask;
      }
      return place;
    }

    private void grow() {
      account.hold((long) table.length * Integer.BYTES * 3 / 2);
      table = freeTable(2 * table.length);
      rows = Arrays.copyOf(rows, table.length / 2 + 1);
      for (int number = 0; number < size; number++) {
        table[find(rows[number])] = number;
      }
    }

    private static int[] freeTable(int length) {
      int[] table = new int[length];
      Arrays.fill(table, FREE);
      return table;
    }
  }

  /** Values as objects. */
  final class OfObjects implements ValueNumbers {

    private static final long BYTES_PER_VALUE = 80;

    private final Column column;
    private final Account account;
    private final Map<Object, Integer> numbers = new HashMap<>();

    OfObjects(Column column, Account account) {
      this.column = column;
      this.account = account;
    }

    @Override
    public long code(int row) {
      Object value = ColumnValues.of(column, row);
      if (value == null) {
        throw new IllegalArgumentException("a null has no code");
      }
      return numbers.computeIfAbsent(
          Identity.of(value),
          _ -> {
            account.hold(BYTES_PER_VALUE + Sizes.beyondCell(value));
            return numbers.size();
          });
    }
  }
}
