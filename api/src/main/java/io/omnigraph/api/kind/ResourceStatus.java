package io.omnigraph.api.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a resource as the ledger records it.
 *
 * @param state {@code applied}, {@code drifted}, {@code blocked} or {@code error}; other words of
 *     older ledgers are kept as they are
 * @param conditions why, in {@code snake_case}; usually one, none for {@code applied}
 * @param message the same for people; absent for {@code applied}
 */
public record ResourceStatus(String state, List<String> conditions, @Nullable String message) {

  public ResourceStatus {
    conditions = List.copyOf(conditions);
  }

  /** What is real is what was applied. */
  public static ResourceStatus applied() {
    return new ResourceStatus("applied", List.of(), null);
  }

  /** What is real is no longer what was applied or declared. */
  public static ResourceStatus drifted(String condition, String message) {
    return new ResourceStatus("drifted", List.of(condition), message);
  }

  /** A change waits for something. */
  public static ResourceStatus blocked(String condition, String message) {
    return new ResourceStatus("blocked", List.of(condition), message);
  }

  /** Reality could not be established. */
  public static ResourceStatus error(String condition, String message) {
    return new ResourceStatus("error", List.of(condition), message);
  }
}
