package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import java.util.BitSet;

/**
 * Sets of row numbers as text: numbers and ranges in ascending order, such as {@code 0-4,7}; empty
 * for none.
 */
public final class Positions {

  private Positions() {}

  /** The text of a set. */
  public static String text(BitSet positions) {
    StringBuilder text = new StringBuilder();
    for (int from = positions.nextSetBit(0); from >= 0; from = next(positions, from)) {
      if (!text.isEmpty()) {
        text.append(',');
      }
      int last = positions.nextClearBit(from) - 1;
      text.append(from);
      if (last > from) {
        text.append('-').append(last);
      }
    }
    return text.toString();
  }

  /**
   * The set of a text.
   *
   * @throws DamagedGraphException when it is not such a text
   */
  public static BitSet of(String text) {
    BitSet positions = new BitSet();
    if (text.isEmpty()) {
      return positions;
    }
    try {
      for (String range : text.split(",", -1)) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
        positions.set(first, last + 1);
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new DamagedGraphException("`" + text + "` is no set of row numbers", e);
    }
    return positions;
  }

  private static int next(BitSet positions, int from) {
    return positions.nextSetBit(positions.nextClearBit(from));
  }
}
