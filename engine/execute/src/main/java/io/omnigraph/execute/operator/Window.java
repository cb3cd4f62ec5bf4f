package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.TypedExpression.Fixed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of ordered rows that is wanted.
 *
 * @param offset rows that are left out before it
 * @param limit the most rows in it
 */
record Window(long offset, long limit) {

  /** The part that a read asks for. */
  static Window of(CheckedRead read, Bindings bindings) {
    return new Window(
        number("offset", read.offset(), 0, bindings),
        number("limit", read.limit(), Long.MAX_VALUE, bindings));
  }

  /** The number of rows, from the first of all, after which none is wanted. */
  long end() {
    return limit == 0 ? 0 : limit > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + limit;
  }

  /** The positions in the part, of ordered ones. */
  int[] of(int[] positions) {
    int start = (int) Math.min(offset, positions.length);
    int end = (int) Math.min(end(), positions.length);
    return start == 0 && end == positions.length
        ? positions
        : Arrays.copyOfRange(positions, Math.min(start, end), end);
  }

  private static long number(String what, @Nullable Fixed written, long usual, Bindings bindings) {
    Long number = written == null ? null : bindings.count(written);
    if (number == null) {
      return usual;
    }
    if (number >= 0) {
      return number;
    }
    throw new QueryRejected("`%s` must not be negative, found `%s`".formatted(what, number));
  }
}
