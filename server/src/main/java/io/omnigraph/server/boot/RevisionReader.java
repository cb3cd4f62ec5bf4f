package io.omnigraph.server.boot;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import java.util.Map;

/** Reads the applied revision of a cluster. */
@FunctionalInterface
public interface RevisionReader {

  /**
   * The revision, or why it cannot be served.
   *
   * @param cluster as given to the server
   * @param payloads the kinds whose payloads are wanted
   */
  Readiness read(String cluster, Map<String, Payload> payloads);
}
