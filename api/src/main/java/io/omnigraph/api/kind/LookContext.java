package io.omnigraph.api.kind;

import io.omnigraph.api.Address;
import io.omnigraph.ground.storage.StorageView;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a kind may look at while nothing may change: when it previews, observes, or finds out what
 * became of an operation. A plan has nothing else to give, so that it cannot leave a trace.
 */
public interface LookContext {

  /** The cluster's storage root, below which the kind keeps what it manages. */
  StorageView storage();

  /** The time. */
  InstantSource clock();

  /** A declared resource; empty when the configuration does not ask for it, or was not read. */
  Optional<Declared> declared(Address address);

  /** A resource of the ledger as it stands in this run. */
  Optional<Recorded> recorded(Address address);
}
