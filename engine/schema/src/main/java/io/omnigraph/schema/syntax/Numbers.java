package io.omnigraph.schema.syntax;

import java.util.OptionalLong;

/** Reads the digits of integers. */
final class Numbers {

  private Numbers() {}

  /** The number, if it fits a signed 64-bit integer. */
  static OptionalLong parseLong(String digits) {
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
