package io.omnigraph.core.observe;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Recorded;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.catalog.BlobCheck;
import io.omnigraph.core.catalog.Catalog;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.ground.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What the catalog holds for one recorded resource. */
record PayloadCheck(Address address, BlobCheck blob) {

  private static final String READ_ERROR = "payload_read_error";

  /** Checks every recorded resource that has a payload, by address. */
  static List<PayloadCheck> of(Catalog catalog, SortedMap<Address, Recorded> resources) {
    return resources.entrySet().stream()
        .filter(entry -> catalog.holds(entry.getKey()))
        .map(entry ->
            new PayloadCheck(
                entry.getKey(), catalog.check(entry.getKey(), entry.getValue().digest())))
        .toList();
  }

  /** What is wrong; empty when nothing is. */
  Optional<Diagnostic> finding() {
    String path = address.toString();
    return switch (blob) {
      case BlobCheck.Intact _ -> Optional.empty();
      case BlobCheck.Missing _ ->
          Optional.of(
              Diagnostic.warning(
                  "catalog_payload_missing",
                  path,
                  "the catalog has lost its file; run `cluster refresh`, then `cluster apply`"));
      case BlobCheck.Mismatch _ ->
          Optional.of(
              Diagnostic.warning(
                  "catalog_payload_mismatch",
                  path,
                  "the catalog's file was changed; run `cluster refresh`, then `cluster apply`"));
      case BlobCheck.Unreadable(var message) ->
          Optional.of(Diagnostic.error("catalog_payload_read_error", path, message));
    };
  }

  /** Writes into a draft what was found, so that the next apply heals it. */
  void into(LedgerDraft draft) {
    switch (blob) {
      case BlobCheck.Intact _ -> {
        draft
            .statusOf(address)
            .filter(status -> status.conditions().contains(READ_ERROR))
            .ifPresent(_ -> draft.status(address, ResourceStatus.applied()));
      }
      case BlobCheck.Missing _ -> {
        draft.forget(address);
        draft.status(
            address, ResourceStatus.drifted("payload_missing", "the catalog has lost its file"));
      }
      case BlobCheck.Mismatch _ -> {
        draft.forget(address);
        draft.status(
            address, ResourceStatus.drifted("payload_mismatch", "the catalog's file was changed"));
      }
      case BlobCheck.Unreadable _ ->
          draft.status(
              address, ResourceStatus.error(READ_ERROR, "the catalog's file cannot be read"));
    }
  }
}
