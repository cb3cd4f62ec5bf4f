package io.omnigraph.values;

import java.util.regex.Pattern;

/** The texts of floating point numbers. */
final class FloatText {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

  private FloatText() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
