package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command saw of ledger and lock (docs/reference/cluster.md §11.2). Immutable; a command
 * starts with {@link #at} and derives what it learns.
 *
 * @param statePath of the ledger, in the form that is shown to people
 * @param lockPath of the lock, likewise
 * @param state what is known of the ledger
 * @param lock what was seen of somebody else's lock
 * @param acquiredLockId of the lock that this command took; absent when it took none
 * @param authority what the command goes by; absent where it makes no difference
 */
public record StateObservations(
    String statePath,
    String lockPath,
    State state,
    SeenLock lock,
    @Nullable String acquiredLockId,
    @Nullable Authority authority) {

  /** Nothing seen yet. */
  public static StateObservations at(String statePath, String lockPath) {
    return new StateObservations(statePath, lockPath, State.NONE, new SeenLock.None(), null, null);
  }

  /** The ledger was looked at. */
  public StateObservations seeing(LedgerRead read) {
    return switch (read) {
      case LedgerRead.Present(var ledger, var file) -> withLedger(ledger, LedgerRead.cas(file));
      case LedgerRead.Malformed(var file, _) -> withBrokenLedger(LedgerRead.cas(file));
      case LedgerRead.UnknownVersion(var file, _) -> withBrokenLedger(LedgerRead.cas(file));
      case LedgerRead.Unreadable _ -> withBrokenLedger(null);
      case LedgerRead.Absent _ -> this;
    };
  }

  /**
   * The ledger was read, or written.
   *
   * @param cas of its bytes, with the prefix {@code sha256:}
   */
  public StateObservations withLedger(Ledger ledger, String cas) {
    return with(
        new State(true, ledger.configDigest(), ledger.revision(), cas, ledger.resources().size()));
  }

  /**
   * There is a ledger, but it cannot be understood.
   *
   * @param cas of its bytes; absent when not even those could be read
   */
  public StateObservations withBrokenLedger(@Nullable String cas) {
    return with(new State(true, null, 0, cas, 0));
  }

  /** Something was learnt of somebody else's lock. */
  public StateObservations seeing(SeenLock seen) {
    return new StateObservations(statePath, lockPath, state, seen, acquiredLockId, authority);
  }

  /** This command took the lock. */
  public StateObservations acquired(String lockId) {
    return new StateObservations(statePath, lockPath, state, lock, lockId, Authority.LOCKED);
  }

  /** This command goes on without the lock. */
  public StateObservations without(Authority instead) {
    return new StateObservations(statePath, lockPath, state, lock, acquiredLockId, instead);
  }

  private StateObservations with(State seen) {
    return new StateObservations(statePath, lockPath, seen, lock, acquiredLockId, authority);
  }

  /** What a command goes by. */
  public enum Authority {
    /** It holds the lock. */
    LOCKED,
    /** The lock is switched off. */
    UNLOCKED,
    /** It only looks; what it saw may have changed since. */
    OBSERVED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was seen of somebody else's lock. */
  public sealed interface SeenLock {

    /** There is none, or nobody looked. */
    record None() implements SeenLock {}

    /** It is held. */
    record Held(HeldLock lock) implements SeenLock {}

    /** There is one whose holder cannot be told; the id names its bytes. */
    record Broken(String id) implements SeenLock {}

    /** It could not be read. */
    record Unreadable() implements SeenLock {}

    /** There was one until this command removed it. */
    record Removed(HeldLock lock) implements SeenLock {}

    /** There was one whose holder could not be told, until this command removed it. */
    record RemovedBroken(String id) implements SeenLock {}
  }

  /** Whether a lock of somebody else stands in the way. */
  boolean locked() {
    return switch (lock) {
      case SeenLock.None _, SeenLock.Removed _, SeenLock.RemovedBroken _ -> false;
      case SeenLock.Held _, SeenLock.Broken _, SeenLock.Unreadable _ -> true;
    };
  }

  private Optional<String> lockId() {
    return switch (lock) {
      case SeenLock.None _, SeenLock.Unreadable _ -> Optional.empty();
      case SeenLock.Held(var held) -> Optional.of(held.id());
      case SeenLock.Removed(var held) -> Optional.of(held.id());
      case SeenLock.Broken(var id) -> Optional.of(id);
      case SeenLock.RemovedBroken(var id) -> Optional.of(id);
    };
  }

  private Optional<HeldLock> knownLock() {
    return switch (lock) {
      case SeenLock.None _, SeenLock.Unreadable _, SeenLock.Broken _, SeenLock.RemovedBroken _ ->
          Optional.empty();
      case SeenLock.Held(var held) -> Optional.of(held);
      case SeenLock.Removed(var held) -> Optional.of(held);
    };
  }

  /** The object {@code state_observations}; what is not known is left out. */
  ObjectNode json() {
    ObjectNode json = Json.object().put("state_path", statePath).put("lock_path", lockPath);
    json.put("state_found", state.found());
    if (state.configDigest() != null) {
      json.put("applied_config_digest", state.configDigest().hex());
    }
    json.put("state_revision", state.revision());
    if (state.cas() != null) {
      json.put("state_cas", state.cas());
    }
    json.put("resource_count", state.resourceCount());
    json.put("locked", locked());
    switch (lock) {
      case SeenLock.Broken _ -> json.put("lock_state", "broken");
      case SeenLock.Unreadable _ -> json.put("lock_state", "unreadable");
      case SeenLock.None _, SeenLock.Held _, SeenLock.Removed _, SeenLock.RemovedBroken _ -> {}
    }
    lockId().ifPresent(id -> json.put("lock_id", id));
    json.put("lock_acquired", acquiredLockId != null);
    if (acquiredLockId != null) {
      json.put("acquired_lock_id", acquiredLockId);
    }
    knownLock()
        .ifPresent(held -> {
          json.put("lock_operation", held.operation());
          json.put("lock_created_at", held.createdAt());
          json.put("lock_pid", held.pid());
          held.age().ifPresent(age -> json.put("lock_age_seconds", age));
        });
    if (authority != null) {
      json.put("authority", authority.word());
    }
    return json;
  }

  /** Who holds the lock, for people: {@code lock: not held}. */
  String lockHolder() {
    return switch (lock) {
      case SeenLock.None _, SeenLock.Removed _, SeenLock.RemovedBroken _ -> "lock: not held";
      case SeenLock.Held(var held) -> "lock: held (" + held.described() + ")";
      case SeenLock.Broken(var id) -> "lock: broken (id=" + id + ")";
      case SeenLock.Unreadable _ -> "lock: unknown (it cannot be read)";
    };
  }

  /** The lock that was removed, for people: {@code removed lock (id=…)}. */
  String removedLock() {
    return "removed lock"
        + knownLock()
            .map(HeldLock::described)
            .or(() -> lockId().map(id -> "id=" + id))
            .map(what -> " (" + what + ")")
            .orElse("");
  }

  /**
   * What is known of a ledger.
   *
   * @param found whether there is one, understood or not
   * @param configDigest of the last apply that converged; absent where there was none
   * @param revision 0 where there is no ledger
   * @param cas of its bytes, with the prefix {@code sha256:}; absent where it was not read
   * @param resourceCount the number of its entries
   */
  public record State(
      boolean found,
      @Nullable Digest configDigest,
      long revision,
      @Nullable String cas,
      int resourceCount) {

    static final State NONE = new State(false, null, 0, null, 0);
  }

  /**
   * A lock of somebody else, as its file describes it.
   *
   * @param createdAt as written there
   * @param ageSeconds at least 0; absent when {@code createdAt} is not a time
   */
  public record HeldLock(
      String id, String operation, String createdAt, long pid, @Nullable Long ageSeconds) {

    /** Whole seconds since it was taken. */
    public Optional<Long> age() {
      return Optional.ofNullable(ageSeconds);
    }

    String described() {
      List<String> parts = new ArrayList<>();
      parts.add("id=" + id);
      parts.add("operation=" + operation);
      parts.add("pid=" + pid);
      parts.add("created_at=" + createdAt);
      age().ifPresent(age -> parts.add("age_seconds=" + age));
      return String.join(", ", parts);
    }
  }
}
