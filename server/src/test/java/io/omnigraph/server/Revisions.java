package io.omnigraph.server;

import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.server.boot.RevisionReader;
import java.util.Collections;
import java.util.List;

/** Revisions for tests. */
public final class Revisions {

  private Revisions() {}

  /** A revision without resources. */
  public static AppliedRevision empty() {
    return new AppliedRevision(Storages.open("nowhere"), Collections.emptySortedMap());
  }

  /** Reads the empty revision, whatever the cluster. */
  public static RevisionReader ready() {
    return (_, _) -> new Readiness.Ready(empty());
  }

  /** Cannot be served, but read. */
  public static RevisionReader notReady(Diagnostic reason) {
    return (_, _) -> new Readiness.NotReady(List.of(reason), empty());
  }
}
