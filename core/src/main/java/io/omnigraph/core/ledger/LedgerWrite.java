package io.omnigraph.core.ledger;

/** What replacing the ledger came to (docs/reference/cluster.md §6.3). */
public sealed interface LedgerWrite {

  /**
   * It was replaced.
   *
   * @param cas of the new bytes
   */
  record Written(Ledger ledger, String cas) implements LedgerWrite {}

  /** It is no longer the one that was read; nothing was written. */
  record Conflict() implements LedgerWrite {}

  /** It could not be written; it is as it was. */
  record Failed(String message) implements LedgerWrite {}

  /**
   * The store's answer was lost, however often it was asked: the ledger may be the new one. Nothing
   * that the new one relies on may be taken back.
   */
  record Unknown(String message) implements LedgerWrite {}
}
