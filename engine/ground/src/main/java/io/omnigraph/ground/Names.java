package io.omnigraph.ground;

import java.util.regex.Pattern;

/** The grammar of resource names. */
public final class Names {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private Names() {}

  /**
   * Whether the text is an ASCII letter or {@code _}, then letters, digits, {@code _}, {@code -},
   * and short enough to be the name of a file.
   */
  public static boolean isValid(String text) {
    return NAME.matcher(text).matches() && FileNames.fits(text);
  }
}
