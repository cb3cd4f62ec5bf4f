package io.omnigraph.api.kind;

import io.omnigraph.api.Address;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import java.time.InstantSource;
import java.util.Optional;

/** What a kind may look at and use while it previews, applies, recovers or observes. */
public interface ControlContext {

  /** The cluster's storage root, below which the kind keeps what it manages. */
  Storage storage();

  /** Who runs the command, where that is known. Goes into the history of whatever is changed. */
  Optional<String> actor();

  /** The time. */
  InstantSource clock();

  /** Told when durable work passes a named point. */
  FaultPoints faults();

  /** A declared resource; empty when the configuration does not ask for it, or was not read. */
  Optional<Declared> declared(Address address);

  /** A resource of the ledger as it stands in this run. */
  Optional<Recorded> recorded(Address address);
}
