package io.omnigraph.core.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.ground.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed a resource, how and when, for the records of the ledger.
 *
 * @param actor absent when nobody was named
 */
public record Trace(Operation operation, @Nullable String actor, Instant at) {

  /** For the observation of a resource that is there. */
  public ObjectNode json() {
    return Json.object()
        .put("operation", operation.word())
        .put("actor", actor)
        .put("applied_at", at.toString());
  }

  /**
   * The observation of a resource that is gone.
   *
   * @param approvalId of the approval that was used; absent when none was needed
   */
  public ObjectNode tombstone(@Nullable String approvalId) {
    return Json.object()
        .put("kind", "tombstone")
        .put("deleted_at", at.toString())
        .put("approval_id", approvalId)
        .put("actor", actor);
  }
}
