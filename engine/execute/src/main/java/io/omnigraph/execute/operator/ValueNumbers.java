package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values of a column in the order in which they are first met. */
interface ValueNumbers {

  /** The number of the value of a row, which is not null. */
  int number(int row);

  /** The value of a number. */
  Object value(int number);

  /** Leaves out a number. */
  void skip();

  /** Numbers for a column; texts and whole numbers are compared where they stand. */
  static ValueNumbers of(Column column, Account account) {
    return switch (column) {
      case Column.Texts texts -> new OfTexts(texts, account);
      case Column.Doubles _, Column.Longs _, Column.Booleans _, Column.Vectors _, Column.Lists _ ->
          new OfObjects(column, account);
    };
  }

  /** Numbers texts by their bytes: a hash table of numbers, and a row for each number. */
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
    public int number(int row) {
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

    @Override
    public Object value(int number) {
      return texts.get(rows[number]);
    }

    @Override
    public void skip() {
      if (2 * size >= table.length) {
        grow();
      }
      rows[size++] = FREE;
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
        if (rows[number] != FREE) {
          table[find(rows[number])] = number;
        }
      }
    }

    private static int[] freeTable(int length) {
      int[] table = new int[length];
      Arrays.fill(table, FREE);
      return table;
    }
  }

  /** Numbers values as objects. */
  final class OfObjects implements ValueNumbers {

    private static final long BYTES_PER_VALUE = 80;

    private final Column column;
    private final Account account;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> values = new ArrayList<>();

    OfObjects(Column column, Account account) {
      this.column = column;
      this.account = account;
    }

    @Override
    public int number(int row) {
      Object value = valueAt(row);
      Object identity = Identity.of(value);
      Integer known = numbers.get(identity);
      if (known != null) {
        return known;
      }
      account.hold(BYTES_PER_VALUE + Sizes.beyondCell(value));
      int number = values.size();
      numbers.put(identity, number);
      values.add(value);
      return number;
    }

    @Override
    public Object value(int number) {
      return values.get(number);
    }

    @Override
    public void skip() {
      values.add(OfObjects.class);
    }

    private Object valueAt(int row) {
      return switch (column) {
        case Column.Longs longs -> longs.get(row);
        case Column.Doubles doubles -> doubles.get(row);
        case Column.Booleans booleans -> booleans.get(row);
        case Column.Texts texts -> texts.get(row);
        case Column.Vectors vectors -> vectors.get(row);
        case Column.Lists lists -> lists.get(row);
      };
    }
  }
}
