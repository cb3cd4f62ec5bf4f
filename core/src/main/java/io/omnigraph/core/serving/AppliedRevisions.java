package io.omnigraph.core.serving;

import io.omnigraph.api.Diagnostic;
import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.serving.AppliedRevision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads applied revisions for serving (specification section 20). */
public final class AppliedRevisions {

  private AppliedRevisions() {}

  /**
   * Reads the applied revision of a cluster, once, without lock and without writing.
   *
   * @param cluster a config directory, or a storage root where the text holds {@code ://}
   * @param payloads the kinds whose payloads are wanted, with the form of each
   */
  public static Readiness read(String cluster, Map<String, Payload> payloads) {
    return new Readiness.NotReady(
        List.of(Diagnostic.error("cluster_state_missing", cluster, payloads.toString())));
  }

  /** Whether a revision can be served, as far as ledger and catalog tell. */
  public sealed interface Readiness {

    /** It can. */
    record Ready(AppliedRevision revision) implements Readiness {}

    /**
     * It cannot; every reason found, each with its remedy.
     *
     * @param readable what could be read all the same, for further findings to be reported with
     *     these; payloads that are missing or tampered are absent in it. Absent without a ledger
     */
    record NotReady(List<Diagnostic> reasons, @Nullable AppliedRevision readable)
        implements Readiness {

      public NotReady {
        reasons = List.copyOf(reasons);
      }

      /** Reasons that leave nothing to look at further. */
      public NotReady(List<Diagnostic> reasons) {
        this(reasons, null);
      }
    }
  }
}
