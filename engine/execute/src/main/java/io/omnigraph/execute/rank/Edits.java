package io.omnigraph.execute.rank;

/** The edit distance of words (Levenshtein). */
final class Edits {

  private Edits() {}

  /** Whether so many letters added, removed or exchanged can make one word of the other. */
  static boolean areWithin(String left, String right, long edits) {
    return Math.abs(left.length() - right.length()) <= edits && between(left, right) <= edits;
  }

  /** The fewest letters to add, remove or exchange to make one word of the other. */
  static int between(String left, String right) {
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int exchanged = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(exchanged, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] done = previous;
      previous = current;
      current = done;
    }
    return previous[right.length()];
  }
}
