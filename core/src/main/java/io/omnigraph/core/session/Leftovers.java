package io.omnigraph.core.session;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The unfinished writes that processes which died have left among the cluster's own files. A write
 * takes moments, so what has lain there for an hour is nobody's; and were it somebody's after all,
 * that write would fail and say so, because it ends by moving the very file.
 */
final class Leftovers {

  private static final String FOLDER = "__cluster";
  private static final Duration GRACE = Duration.ofHours(1);

  private Leftovers() {}

  /** Removes them; that some stay is worth a warning at most. */
  static Optional<Diagnostic> remove(Storage storage, Instant now) {
    try {
      List<String> dead =
          storage.unfinished(FOLDER).stream()
              .filter(file -> file.changed().isBefore(now.minus(GRACE)))
              .map(StoredFile::key)
              .toList();
      storage.deleteAll(dead);
      return Optional.empty();
    } catch (UncheckedIOException e) {
      String message =
          "unfinished writes of dead processes could not be removed (%s); the next command that writes tries again"
              .formatted(e.getMessage());
      return Optional.of(Diagnostic.warning("leftover_cleanup_failed", FOLDER, message));
    }
  }
}
