package io.omnigraph.core.ledger;

import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** The ledger's file below a storage root. */
public final class LedgerStore {

  /** The key of the ledger. */
  public static final String KEY = "__cluster/state.json";

  private static final int ATTEMPTS = 3;

  private final Storage storage;
  private final LedgerCodec codec;

  /** The ledger of a storage root. */
  public LedgerStore(Storage storage, LedgerCodec codec) {
    this.storage = storage;
    this.codec = codec;
  }

  /** Reads the ledger. */
  public LedgerRead read() {
    try {
      Optional<StoredObject> file = storage.get(KEY);
      return file.isPresent() ? understood(file.get()) : new LedgerRead.Absent();
    } catch (UncheckedIOException e) {
      return new LedgerRead.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private LedgerRead understood(StoredObject file) {
    try {
      long version = LedgerCodec.version(file.content());
      return version == LedgerCodec.VERSION
          ? new LedgerRead.Present(codec.read(file.content()), file)
          : new LedgerRead.UnknownVersion(file, version);
    } catch (MalformedFileException e) {
      return new LedgerRead.Malformed(file, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Replaces the ledger if it is still what {@code base} saw, absence included.
   *
   * <p>Readers see the old ledger whole or the new one whole.
   */
  public LedgerWrite write(LedgerRead base, Ledger next) {
    byte[] content = codec.write(next);
    try {
      Optional<StoredObject> current = storage.get(KEY);
      if (!sameContent(base.found(), current)) {
        return new LedgerWrite.Conflict();
      }
      return replaced(current, content)
          ? new LedgerWrite.Written(next, "sha256:" + Digest.of(content).hex())
          : new LedgerWrite.Conflict();
    } catch (StorageException e) {
      String message = String.valueOf(e.getMessage());
      return switch (e.effect()) {
        case NONE -> new LedgerWrite.Failed(message);
        case UNKNOWN -> new LedgerWrite.Unknown(message);
      };
    } catch (UncheckedIOException e) {
      return new LedgerWrite.Failed(String.valueOf(e.getMessage()));
    }
  }

  /** Asks again when an answer is lost: the replacement happens once at most. */
  private boolean replaced(Optional<StoredObject> current, byte[] content) {
    for (int attempt = 1; ; attempt++) {
      try {
        boolean isWritten =
            current.isPresent()
                ? storage.putIfUnchanged(KEY, current.get(), content)
                : storage.putIfAbsent(KEY, content);
        return isWritten || (attempt > 1 && isThere(content));
      } catch (StorageException e) {
        if (e.effect() == StorageException.Effect.NONE && attempt > 1) {
          throw e.afterSending();
        }
        if (e.effect() == StorageException.Effect.NONE || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private boolean isThere(byte[] content) {
    try {
      Optional<StoredObject> now = storage.get(KEY);
      if (now.filter(found -> Arrays.equals(found.content(), content)).isEmpty()) {
        return false;
      }
      // Written once more, because what was lost may have been the word that it is on the disk.
      storage.putIfUnchanged(KEY, now.get(), content);
      return true;
    } catch (StorageException e) {
      throw e.afterSending();
    }
  }

  /** Whether two ledgers are the same in the file, apart from their revisions. */
  public boolean saySame(Ledger one, Ledger other) {
    return codec.saySame(one, other);
  }

  /**
   * Keeps bytes that are not a ledger beside it, so that nothing is lost when it is replaced.
   *
   * @return where they are kept, in the form that is shown to people
   */
  public String keepBroken(StoredObject broken, String id) {
    String key = KEY + ".corrupt." + id;
    storage.put(key, broken.content());
    return storage.locate(key);
  }

  private static boolean sameContent(Optional<StoredObject> one, Optional<StoredObject> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    return Arrays.equals(one.get().content(), other.get().content());
  }
}
