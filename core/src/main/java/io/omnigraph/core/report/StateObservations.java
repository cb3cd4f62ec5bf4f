package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.ledger.Ledger;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command saw of ledger and lock (specification section 11.2). Immutable; a command starts
 * with {@link #at} and derives what it learns.
 *
 * @param statePath of the ledger, in the form that is shown to people
 * @param lockPath of the lock, likewise
 * @param state what is known of the ledger
 * @param locked whether somebody else holds the lock
 * @param lock what is known of that lock, or of the one that was removed; absent when there was
 *     none, or its file cannot be understood
 * @param acquiredLockId of the lock that this command took; absent when it took none
 */
public record StateObservations(
    String statePath,
    String lockPath,
    State state,
    boolean locked,
    @Nullable HeldLock lock,
    @Nullable String acquiredLockId) {

  /** Nothing seen yet. */
  public static StateObservations at(String statePath, String lockPath) {
    return new StateObservations(statePath, lockPath, State.NONE, false, null, null);
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

  /** Somebody else holds the lock. */
  public StateObservations heldBy(HeldLock held) {
    return new StateObservations(statePath, lockPath, state, true, held, acquiredLockId);
  }

  /** Somebody else holds the lock, but its file cannot be understood. */
  public StateObservations heldBySomebody() {
    return new StateObservations(statePath, lockPath, state, true, null, acquiredLockId);
  }

  /** Somebody else held the lock until this command removed it. */
  public StateObservations removed(HeldLock held) {
    return new StateObservations(statePath, lockPath, state, false, held, acquiredLockId);
  }

  /** This command took the lock. */
  public StateObservations acquired(String lockId) {
    return new StateObservations(statePath, lockPath, state, locked, lock, lockId);
  }

  private StateObservations with(State seen) {
    return new StateObservations(statePath, lockPath, seen, locked, lock, acquiredLockId);
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
    json.put("locked", locked);
    if (lock != null) {
      json.put("lock_id", lock.id());
    }
    json.put("lock_acquired", acquiredLockId != null);
    if (acquiredLockId != null) {
      json.put("acquired_lock_id", acquiredLockId);
    }
    if (lock != null) {
      json.put("lock_operation", lock.operation());
      json.put("lock_created_at", lock.createdAt());
      json.put("lock_pid", lock.pid());
      lock.age().ifPresent(age -> json.put("lock_age_seconds", age));
    }
    return json;
  }

  /** Who holds the lock, for people: {@code lock: not held}. */
  String lockHolder() {
    if (!locked) {
      return "lock: not held";
    }
    return lock == null ? "lock: held" : "lock: held (" + lock.described() + ")";
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
