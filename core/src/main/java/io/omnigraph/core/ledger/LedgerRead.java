package io.omnigraph.core.ledger;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.StoredObject;
import java.util.Optional;

/** What reading the ledger came to (docs/reference/cluster.md §6.2). */
public sealed interface LedgerRead {

  /** There is none. */
  record Absent() implements LedgerRead {}

  /** There is one, and it was understood. */
  record Present(Ledger ledger, StoredObject file) implements LedgerRead {}

  /** There is one, but its bytes are not a ledger. */
  record Malformed(StoredObject file, String message) implements LedgerRead {}

  /** There is one, written by a version that this one does not know. */
  record UnknownVersion(StoredObject file, long version) implements LedgerRead {}

  /** Nobody can tell. */
  record Unreadable(String message) implements LedgerRead {}

  /** What is wrong with a ledger that is there but of no use. */
  default Optional<Diagnostic> problem() {
    return switch (this) {
      case Malformed(_, var message) ->
          Optional.of(
              Diagnostic.error(
                  "invalid_state_json",
                  LedgerStore.KEY,
                  "the ledger cannot be understood (%s); rebuild it with `cluster import`"
                      .formatted(message)));
      case UnknownVersion(_, var version) ->
          Optional.of(
              Diagnostic.error(
                  "unsupported_state_version",
                  "state.version",
                  "the ledger has version %d, this version knows 1".formatted(version)));
      case Unreadable(var message) ->
          Optional.of(Diagnostic.error("state_read_error", LedgerStore.KEY, message));
      case Present _, Absent _ -> Optional.empty();
    };
  }

  /** Why a command that needs a ledger cannot go on; empty when it can. */
  default Optional<Diagnostic> problemOrAbsence() {
    String message = "there is no ledger yet; make one with `cluster import`";
    return this instanceof Absent
        ? Optional.of(Diagnostic.error("state_missing", LedgerStore.KEY, message))
        : problem();
  }

  /** The ledger, or the one before anything was recorded. */
  default Ledger ledgerOrEmpty() {
    return this instanceof Present(var ledger, _) ? ledger : Ledger.empty();
  }

  /** The file that was read; empty when there was none. */
  default Optional<StoredObject> found() {
    return switch (this) {
      case Present(_, var file) -> Optional.of(file);
      case Malformed(var file, _) -> Optional.of(file);
      case UnknownVersion(var file, _) -> Optional.of(file);
      case Absent _, Unreadable _ -> Optional.empty();
    };
  }

  /** The compare-and-swap value of a file's bytes. */
  static String cas(StoredObject file) {
    return "sha256:" + Digest.of(file.content()).hex();
  }
}
