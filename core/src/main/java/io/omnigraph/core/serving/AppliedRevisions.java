package io.omnigraph.core.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.serving.AppliedResource;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.core.catalog.BlobCheck;
import io.omnigraph.core.catalog.Catalog;
import io.omnigraph.core.desired.StorageSetting;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerCodec;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.ledger.LedgerStore;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads applied revisions for serving (docs/reference/cluster.md §20). */
public final class AppliedRevisions {

  private AppliedRevisions() {}

  /**
   * Reads the applied revision of a cluster, once, without lock and without writing.
   *
   * @param cluster a config directory, or a storage root where the text holds {@code ://}
   * @param payloads the kinds whose payloads are wanted, with the form of each
   */
  public static Readiness read(String cluster, Map<String, Payload> payloads) {
    if (cluster.contains("://")) {
      return open(cluster, payloads);
    }
    return switch (StorageSetting.of(Path.of(cluster))) {
      case StorageSetting.Root(var location) -> open(location, payloads);
      case StorageSetting.Refused(var reasons) -> new Readiness.NotReady(reasons);
    };
  }

  private static Readiness open(String location, Map<String, Payload> payloads) {
    try {
      return read(Storages.open(location), payloads);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage() + "; correct the location or its credentials";
      return new Readiness.NotReady(
          List.of(Diagnostic.error("storage_root_invalid", "storage", message)));
    }
  }

  private static Readiness read(Storage storage, Map<String, Payload> payloads) {
    List<Diagnostic> reasons = new ArrayList<>(PendingRecoveries.of(storage));
    LedgerRead read = new LedgerStore(storage, new LedgerCodec(Kinds.of(List.of()))).read();
    if (!(read instanceof LedgerRead.Present(var ledger, _))) {
      reasons.add(unusable(read));
      return new Readiness.NotReady(reasons);
    }
    AppliedRevision revision =
        new AppliedRevision(storage, resources(ledger, new Catalog(storage, payloads), reasons));
    return reasons.isEmpty()
        ? new Readiness.Ready(revision)
        : new Readiness.NotReady(reasons, revision);
  }

  private static Diagnostic unusable(LedgerRead read) {
    return switch (read) {
      case LedgerRead.Malformed(_, var message) ->
          Diagnostic.error(
              "invalid_state_json",
              LedgerStore.KEY,
              "the ledger cannot be understood (%s); run `cluster import`, then `cluster apply`"
                  .formatted(message));
      case LedgerRead.UnknownVersion(_, var version) ->
          Diagnostic.error(
              "unsupported_state_version",
              "state.version",
              "the ledger has version %d, this version knows 1; serve it with the version that "
                      .formatted(version)
                  + "wrote it");
      case LedgerRead.Unreadable(var message) ->
          Diagnostic.error(
              "state_read_error", LedgerStore.KEY, message + "; make the ledger readable, restart");
      case LedgerRead.Absent _, LedgerRead.Present _ ->
          Diagnostic.error(
              "cluster_state_missing",
              LedgerStore.KEY,
              "there is no ledger; run `cluster import`, then `cluster apply`");
    };
  }

  private static SortedMap<Address, AppliedResource> resources(
      Ledger ledger, Catalog catalog, List<Diagnostic> reasons) {
    SortedMap<Address, AppliedResource> resources = new TreeMap<>();
    ledger
        .resources()
        .forEach((address, recorded) -> {
          String payload =
              catalog.holds(address)
                  ? payload(address, recorded, catalog, reasons).orElse(null)
                  : null;
          resources.put(
              address,
              new AppliedResource(address, recorded.digest(), recorded.attributes(), payload));
        });
    return resources;
  }

  private static Optional<String> payload(
      Address address, Recorded recorded, Catalog catalog, List<Diagnostic> reasons) {
    return switch (catalog.check(address, recorded.digest())) {
      case BlobCheck.Intact(var text) -> Optional.of(text);
      case BlobCheck.Missing _ -> {
        reasons.add(lost(address, "catalog_payload_missing", "the catalog has lost its file"));
        yield Optional.empty();
      }
      case BlobCheck.Unreadable(var message) -> {
        reasons.add(lost(address, "catalog_payload_missing", message));
        yield Optional.empty();
      }
      case BlobCheck.Mismatch _ -> {
        String what = "the catalog's file is not what was applied";
        reasons.add(lost(address, "catalog_payload_digest_mismatch", what));
        yield Optional.empty();
      }
    };
  }

  private static Diagnostic lost(Address address, String code, String what) {
    String remedy = "; run `cluster refresh`, then `cluster apply`, and restart";
    return Diagnostic.error(code, address.toString(), what + remedy);
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
