package io.omnigraph.query.execute;

/** Compares texts in the order of their code points, which is that of their UTF-8 bytes. */
final class CodePoints {

  private CodePoints() {}

  static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return weight(a) - weight(b);
      }
    }
    return left.length() - right.length();
  }

  /** Surrogates stand for the code points beyond all others, so they weigh more than U+FFFF. */
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
