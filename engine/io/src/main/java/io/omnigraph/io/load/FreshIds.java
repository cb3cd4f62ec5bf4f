package io.omnigraph.io.load;

import java.nio.charset.StandardCharsets;

/**
 * Ids for rows without one: ULIDs, each one more than that before, as the ULID specification has it
 * for ids of one millisecond. Used by one thread.
 */
final class FreshIds {

  private static final byte[] DIGITS =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT = new byte[128];

  static {
    for (int i = 0; i < DIGITS.length; i++) {
      NEXT[DIGITS[i]] = DIGITS[(i + 1) % DIGITS.length];
    }
  }

  private final byte[] last;

  /** The ids after a ULID. */
  FreshIds(String ulid) {
    this.last = ulid.getBytes(StandardCharsets.US_ASCII);
  }

  /** Makes a text the next id, which is overwritten by the one after it. */
  void next(Slice id) {
    for (int i = last.length - 1; i >= 0; i--) {
      last[i] = NEXT[last[i]];
      if (last[i] != DIGITS[0]) {
        break;
      }
    }
    id.set(last, 0, last.length);
  }
}
