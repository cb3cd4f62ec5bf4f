package io.omnigraph.core.session;

import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.recovery.SidecarStore;

/**
 * How a cluster stands when a command begins: what every command reads before anything else.
 *
 * @param sidecars of interrupted operations
 * @param read the ledger, of use or not
 */
public record Standing(SidecarStore.Listing sidecars, LedgerRead read) {

  static Standing of(Stores stores) {
    // Sidecars first: one that goes meanwhile is then seen in the ledger, and none is overlooked.
    SidecarStore.Listing sidecars = stores.sidecars().list();
    return new Standing(sidecars, stores.ledger().read());
  }

  /** The ledger, or the one before anything was recorded. */
  public Ledger ledger() {
    return read.ledgerOrEmpty();
  }
}
