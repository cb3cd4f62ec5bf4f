package io.omnigraph.api.kind;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import java.util.Optional;

/** What a kind may use while it changes something: under the lock, with a sidecar written. */
public interface ControlContext extends LookContext {

  @Override
  Storage storage();

  /** Who runs the command, where that is known. Goes into the history of whatever is changed. */
  Optional<String> actor();

  /** Told when durable work passes a named point. */
  FaultPoints faults();
}
