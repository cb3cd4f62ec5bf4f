package io.omnigraph.core.serving;

import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.core.recovery.SidecarStore;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a cluster with recovery sidecars is not served. Whatever a sidecar says, nobody knows what
 * the operation that it fences has left, so even one that cannot be understood refuses.
 */
final class PendingRecoveries {

  private static final String PENDING = "cluster_recovery_pending";

  private PendingRecoveries() {}

  /** One reason for all sidecars of the known form, and one for each other. */
  static List<Diagnostic> of(Storage storage) {
    List<Diagnostic> reasons = new ArrayList<>();
    List<String> known = new ArrayList<>();
    try {
      for (String name : storage.list(SidecarStore.FOLDER)) {
        if (name.endsWith(".json")) {
          problem(storage, SidecarStore.FOLDER + "/" + name)
              .ifPresentOrElse(reasons::add, () -> known.add(name));
        }
      }
    } catch (UncheckedIOException e) {
      String message = e.getMessage() + "; make the folder readable and restart";
      reasons.add(Diagnostic.error("recovery_sidecar_read_error", SidecarStore.FOLDER, message));
    }
    if (!known.isEmpty()) {
      String message =
          "%d interrupted operation(s) wait to be settled; run `cluster apply` and restart"
              .formatted(known.size());
      reasons.addFirst(Diagnostic.error(PENDING, SidecarStore.FOLDER, message));
    }
    return reasons;
  }

  private static Optional<Diagnostic> problem(Storage storage, String key) {
    String place = storage.locate(key);
    try {
      Optional<StoredObject> file = storage.get(key);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      StrictObject sidecar = StrictObject.parse(file.get().content());
      long version = sidecar.integer("schema_version");
      if (version != 1) {
        String message =
            "the recovery sidecar has version %d, this version knows 1; settle it with the version that wrote it, and restart"
                .formatted(version);
        return Optional.of(
            Diagnostic.error("unsupported_recovery_sidecar_version", place, message));
      }
      sidecar.text("operation_id");
      sidecar.text("kind");
      return Optional.empty();
    } catch (MalformedFileException | UncheckedIOException e) {
      String message =
          "the recovery sidecar cannot be understood (%s); look at what it names, remove it, run `cluster apply` and restart"
              .formatted(e.getMessage());
      return Optional.of(Diagnostic.error("invalid_recovery_sidecar", place, message));
    }
  }
}
