package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.graph.snapshot.WholeRange;
import java.util.List;
import java.util.Optional;

/** Columns without any value, as those are of rows that are older than a property. */
final class AbsentColumns {

  private static final long BYTES = 16;

  private static final TextCodes NO_CODES =
      new TextCodes() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public int code(int row) {
          return 0;
        }

        @Override
        public int row(int code) {
          throw new IndexOutOfBoundsException(code);
        }

        @Override
        public int codeOf(byte[] utf8) {
          return -1;
        }
      };

  private AbsentColumns() {}

  /** What all of them share. */
  abstract static class Absent implements InMemory {

    public final boolean isNull(int row) {
      return true;
    }

    @Override
    public final long bytes() {
      return BYTES;
    }
  }

  /** Whole numbers. */
  static final class Longs extends Absent implements Column.Longs {
    @Override
    public long get(int row) {
      return 0;
    }

    @Override
    public Optional<WholeRange> range() {
      return Optional.of(WholeRange.NONE);
    }
  }

  /** Floating point numbers. */
  static final class Doubles extends Absent implements Column.Doubles {
    @Override
    public double get(int row) {
      return 0;
    }
  }

  /** Truth values. */
  static final class Booleans extends Absent implements Column.Booleans {
    @Override
    public boolean get(int row) {
      return false;
    }
  }

  /** Texts. */
  static final class Texts extends Absent implements Column.Texts {
    @Override
    public String get(int row) {
      return "";
    }

    @Override
    public Optional<TextCodes> codes() {
      return Optional.of(NO_CODES);
    }
  }

  /** Vectors. */
  static final class Vectors extends Absent implements Column.Vectors {

    private final float[] zero;

    Vectors(int dimension) {
      this.zero = new float[dimension];
    }

    @Override
    public float[] get(int row) {
      return zero;
    }
  }

  /** Lists. */
  static final class Lists extends Absent implements Column.Lists {
    @Override
    public List<Object> get(int row) {
      return List.of();
    }
  }
}
