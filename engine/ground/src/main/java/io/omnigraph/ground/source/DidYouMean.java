package io.omnigraph.ground.source;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which known name was meant by one that is not known: the nearest by the number of letters
 * to insert, remove, replace or swap with their neighbour (optimal string alignment), if that is no
 * more than a third of the name.
 */
public final class DidYouMean {

  private DidYouMean() {}

  /** The help text {@code did you mean `X`?}; absent when nothing known is near. */
  public static @Nullable String help(String written, Collection<String> known) {
    return nearest(written, known).map(name -> "did you mean `" + name + "`?").orElse(null);
  }

  /** The nearest of the known names; of equally near ones the first. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String best = null;
    int least = Math.max(1, written.length() / 3) + 1;
    for (String candidate : known) {
      int distance = candidate.equalsIgnoreCase(written) ? 0 : distance(written, candidate, least);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The distance, or anything not below {@code limit} when it is not below. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] freed = beforeLast;
      beforeLast = last;
      last = row;
      row = freed;
    }
    return last[b.length()];
  }
}
