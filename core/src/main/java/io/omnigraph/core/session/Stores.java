package io.omnigraph.core.session;

import io.omnigraph.core.approval.ApprovalStore;
import io.omnigraph.core.catalog.Catalog;
import io.omnigraph.core.ledger.LedgerCodec;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.core.lock.StateLock;
import io.omnigraph.core.recovery.FencedOperations;
import io.omnigraph.core.recovery.SidecarStore;
import io.omnigraph.ground.storage.Storage;

/** Everything that a cluster keeps below its storage root. */
public record Stores(
    Storage storage,
    LedgerStore ledger,
    StateLock lock,
    Catalog catalog,
    ApprovalStore approvals,
    SidecarStore sidecars) {

  static Stores of(Storage storage, Workspace workspace) {
    return new Stores(
        storage,
        new LedgerStore(storage, new LedgerCodec(workspace.kinds())),
        new StateLock(storage, workspace.clock()),
        Catalog.of(storage, workspace.kinds()),
        new ApprovalStore(storage, workspace.faults()),
        new SidecarStore(storage, new FencedOperations(workspace.kinds())));
  }
}
