package io.omnigraph.core.lock;

import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** The lock's file below a storage root. */
public final class StateLock {

  /** The key of the lock. */
  public static final String KEY = "__cluster/lock.json";

  private final Storage storage;
  private final InstantSource clock;

  /** The lock of a storage root. */
  public StateLock(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Takes the lock if nobody holds it. Neither waits nor breaks a lock.
   *
   * @param operation the command that takes it
   * @param lockId a fresh ULID
   */
  public Acquisition acquire(String operation, String lockId, long processId) {
    LockFile file = new LockFile(lockId, operation, clock.instant().toString(), processId);
    try {
      return storage.putIfAbsent(KEY, file.bytes())
          ? new Acquisition.Acquired(lockId)
          : new Acquisition.HeldByOther(read());
    } catch (UncheckedIOException e) {
      return new Acquisition.Failed(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Gives the lock back, if it is still the one that was taken.
   *
   * @throws UncheckedIOException when the store cannot remove it
   */
  public void release(String lockId) {
    if (read() instanceof LockRead.Held(var lock) && lock.id().equals(lockId)) {
      remove();
    }
  }

  /**
   * Removes the lock, whoever holds it.
   *
   * @throws UncheckedIOException when the store cannot remove it
   */
  public void remove() {
    storage.delete(KEY);
  }

  /** Looks at the lock. */
  public LockRead read() {
    try {
      Optional<StoredObject> file = storage.get(KEY);
      return file.isPresent() ? understood(file.get().content()) : new LockRead.Free();
    } catch (UncheckedIOException e) {
      return new LockRead.Unclear("state_lock_read_error", String.valueOf(e.getMessage()));
    }
  }

  private LockRead understood(byte[] content) {
    try {
      long version = LockFile.version(content);
      return version == LockFile.VERSION
          ? new LockRead.Held(LockFile.read(content).seenAt(clock))
          : new LockRead.Unclear(
              "unsupported_state_lock_version",
              "the lock file has version " + version + ", this version knows 1");
    } catch (MalformedFileException e) {
      return new LockRead.Unclear(
          "invalid_state_lock", "the lock file cannot be understood: " + e.getMessage());
    }
  }
}
