package io.omnigraph.core.lock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.core.report.StateObservations.HeldLock;
import io.omnigraph.ground.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code __cluster/lock.json}.
 *
 * @param createdAt as written in the file
 */
record LockFile(String lockId, String operation, String createdAt, long pid) {

  static final long VERSION = 1;

  static long version(byte[] content) throws MalformedFileException {
    return StrictObject.parse(content).integer("version");
  }

  static LockFile read(byte[] content) throws MalformedFileException {
    StrictObject file = StrictObject.parse(content);
    file.integer("version");
    LockFile lock =
        new LockFile(
            file.text("lock_id"),
            file.text("operation"),
            file.text("created_at"),
            file.integer("pid"));
    file.finish();
    return lock;
  }

  byte[] bytes() {
    ObjectNode file =
        Json.object()
            .put("version", VERSION)
            .put("lock_id", lockId)
            .put("operation", operation)
            .put("created_at", createdAt)
            .put("pid", pid);
    return Json.pretty(file).getBytes(StandardCharsets.UTF_8);
  }

  HeldLock seenAt(InstantSource clock) {
    return new HeldLock(lockId, operation, createdAt, pid, ageSeconds(clock));
  }

  private @Nullable Long ageSeconds(InstantSource clock) {
    try {
      Duration age = Duration.between(Instant.parse(createdAt), clock.instant());
      return Math.max(0, age.toSeconds());
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
