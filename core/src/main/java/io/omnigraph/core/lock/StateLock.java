package io.omnigraph.core.lock;

import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** The lock's file below a storage root. */
public final class StateLock {

  private static final String INVALID = "invalid_state_lock";

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
    boolean isOurs =
        storage.get(KEY).map(StoredObject::content).map(this::understood).stream()
            .anyMatch(read -> read instanceof LockRead.Held(var lock) && lock.id().equals(lockId));
    if (isOurs) {
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
      return new LockRead.Unreadable(
          e.getMessage()
              + "; make the lock readable, or if it is no file, remove it once nobody is at work");
    }
  }

  private LockRead understood(byte[] content) {
    if (content.length == 0) {
      return broken(content, INVALID, "the lock file is empty");
    }
    try {
      long version = LockFile.version(content);
      return version == LockFile.VERSION
          ? new LockRead.Held(LockFile.read(content).seenAt(clock))
          : broken(
              content,
              "unsupported_state_lock_version",
              "the lock file has version %d, this version knows 1".formatted(version));
    } catch (MalformedFileException e) {
      String message = "the lock file cannot be understood (%s)".formatted(e.getMessage());
      return broken(content, INVALID, message);
    }
  }

  private static LockRead broken(byte[] content, String code, String what) {
    String id = "sha256:" + Digest.of(content).hex();
    return new LockRead.Broken(
        id,
        code,
        "%s; make sure that nobody is at work, then run `cluster force-unlock %s`"
            .formatted(what, id));
  }
}
