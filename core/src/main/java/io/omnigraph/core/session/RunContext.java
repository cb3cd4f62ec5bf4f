package io.omnigraph.core.session;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import java.time.InstantSource;
import java.util.Optional;

/** What kinds see of a running command. */
record RunContext(
    Storage storage,
    Optional<String> actor,
    Workspace workspace,
    Optional<DesiredState> desired,
    LedgerDraft draft)
    implements ControlContext {

  @Override
  public InstantSource clock() {
    return workspace.clock();
  }

  @Override
  public FaultPoints faults() {
    return workspace.faults();
  }

  @Override
  public Optional<Declared> declared(Address address) {
    return desired.flatMap(state -> state.resource(address));
  }

  @Override
  public Optional<Recorded> recorded(Address address) {
    return draft.current(address);
  }
}
