package io.omnigraph.ground;

/** How many of something there are, as people say it: {@code 1 row}, {@code 2 rows}. */
public final class Quantity {

  private Quantity() {}

  /** A number of things whose plural ends in {@code s}. */
  public static String of(long number, String singular) {
    return of(number, singular, singular + "s");
  }

  /** A number of things. */
  public static String of(long number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }
}
