package io.omnigraph.ground.yaml;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The code points of a text as offsets in UTF-16 units. Immutable. */
final class CodePoints {

  private final int length;

  /** The numbers of the code points that take two units, ascending. */
  private final int[] wide;

  CodePoints(String text) {
    this.length = text.length();
    int[] all = text.codePoints().toArray();
    this.wide =
        IntStream.range(0, all.length)
            .filter(number -> Character.isSupplementaryCodePoint(all[number]))
            .toArray();
  }

  /** Where a code point begins; after the last one, the end of the text. */
  int offset(int number) {
    int found = Arrays.binarySearch(wide, number);
    int wideBefore = found >= 0 ? found : -found - 1;
    return Math.min(number + wideBefore, length);
  }
}
