package io.omnigraph.core.session;

import io.omnigraph.core.ledger.LedgerWrite;
import java.util.Optional;

/**
 * What a command came to.
 *
 * @param written the ledger that it has written; empty when the one that it found is still there
 */
public record Outcome<T>(T value, Optional<LedgerWrite.Written> written) {

  /** One that left the ledger as it was. */
  public static <T> Outcome<T> unwritten(T value) {
    return new Outcome<>(value, Optional.empty());
  }
}
