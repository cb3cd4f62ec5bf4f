package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a resource as the ledger records it.
 *
 * @param conditions why, in {@code snake_case}; usually one, none for {@code applied}
 * @param message the same for people; absent for {@code applied}
 */
public record ResourceStatus(State state, List<String> conditions, @Nullable String message) {

  public ResourceStatus {
    conditions = List.copyOf(conditions);
  }

  /** How a resource stands. */
  public enum State {
    /** Written by other versions: nothing was done yet. */
    PENDING,
    /** Written by other versions: a plan holds it. */
    PLANNED,
    /** Written by other versions: it is being applied. */
    APPLYING,
    /** What is real is what was applied. */
    APPLIED,
    /** What is real is no longer what was applied or declared. */
    DRIFTED,
    /** A change waits for something. */
    BLOCKED,
    /** Reality could not be established. */
    ERROR;

    /** The word in the ledger and for people: {@code applied}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word; empty for others. */
    public static Optional<State> of(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
  }

  /** What is real is what was applied. */
  public static ResourceStatus applied() {
    return new ResourceStatus(State.APPLIED, List.of(), null);
  }

  /** What is real is no longer what was applied or declared. */
  public static ResourceStatus drifted(String condition, String message) {
    return new ResourceStatus(State.DRIFTED, List.of(condition), message);
  }

  /** A change waits for something. */
  public static ResourceStatus blocked(String condition, String message) {
    return new ResourceStatus(State.BLOCKED, List.of(condition), message);
  }

  /** Reality could not be established. */
  public static ResourceStatus error(String condition, String message) {
    return new ResourceStatus(State.ERROR, List.of(condition), message);
  }

  /** The form that the ledger and reports have of it. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("status", state.word());
    if (!conditions.isEmpty()) {
      conditions.forEach(json.putArray("conditions")::add);
    }
    if (message != null) {
      json.put("message", message);
    }
    return json;
  }
}
