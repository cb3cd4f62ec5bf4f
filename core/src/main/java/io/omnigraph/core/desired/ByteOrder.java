package io.omnigraph.core.desired;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which everything that is hashed or printed is sorted. */
final class ByteOrder {

  /** Texts by their UTF-8 bytes. */
  static final Comparator<String> OF_TEXT =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private ByteOrder() {}
}
