package io.omnigraph.execute.operator;

import java.util.Optional;

/** Texts in the order of their code points, which is that of their UTF-8 bytes. */
final class CodePointOrder {

  private CodePointOrder() {}

  /**
   * The first text that comes after all texts with a beginning; empty when there is none, as with
   * the empty beginning, and when the beginning ends within a code point.
   */
  static Optional<String> afterAllWith(String beginning) {
    int end = beginning.length();
    while (end > 0) {
      int last = beginning.codePointBefore(end);
      if (isSurrogate(last)) {
        return Optional.empty();
      }
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = isSurrogate(last + 1) ? Character.MAX_SURROGATE + 1 : last + 1;
        return Optional.of(beginning.substring(0, end) + Character.toString(next));
      }
    }
    return Optional.empty();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
