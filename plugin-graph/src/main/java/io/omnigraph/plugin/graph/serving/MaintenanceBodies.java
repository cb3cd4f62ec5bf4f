package io.omnigraph.plugin.graph.serving;

import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.Durations;
import io.omnigraph.graph.maintenance.RepairMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests for the upkeep of a graph say; the engine's reports are the answers. */
public final class MaintenanceBodies {

  private MaintenanceBodies() {}

  /**
   * States and files to remove.
   *
   * @param keep the newest states of every branch that stay; absent when only age counts
   * @param olderThan such as {@code 7d}; absent when only {@code keep} counts
   * @param grace how long files that no commit needs stay; absent for a day
   * @param confirm whether to remove; absent for no, which answers what would go
   */
  public record Cleanup(
      @Nullable Integer keep,
      @Nullable String olderThan,
      @Nullable String grace,
      @Nullable Boolean confirm) {

    /** Whether to remove rather than only to look. */
    public boolean confirmed() {
      return Boolean.TRUE.equals(confirm);
    }

    /** What is wrong with the request, for people. */
    Optional<String> problem() {
      if (keep == null && olderThan == null) {
        return Optional.of("cleanup needs `keep` or `older_than`, to know what may be removed");
      }
      if (keep != null && keep < 0) {
        return Optional.of("`keep` must be at least 0, found `" + keep + "`");
      }
      try {
        limits();
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    /**
     * The limits for the engine.
     *
     * @throws IllegalArgumentException when there is a {@link #problem}
     */
    CleanupRequest limits() {
      return new CleanupRequest(
          keep,
          olderThan == null ? null : Durations.parse("older_than", olderThan),
          grace == null ? CleanupRequest.USUAL_GRACE : Durations.parse("grace", grace));
    }
  }

  /**
   * Damage to look for.
   *
   * @param confirm whether to mend what can be mended without loss; absent for no
   * @param force whether to go back to older states where that mends; absent for no
   */
  public record Repair(@Nullable Boolean confirm, @Nullable Boolean force) {

    /** What is wrong with the request, for people. */
    Optional<String> problem() {
      return Boolean.TRUE.equals(force) && !Boolean.TRUE.equals(confirm)
          ? Optional.of("`force` requires `confirm`")
          : Optional.empty();
    }

    /** How far to go. */
    public RepairMode mode() {
      if (Boolean.TRUE.equals(force)) {
        return RepairMode.FORCE;
      }
      return Boolean.TRUE.equals(confirm) ? RepairMode.CONFIRM : RepairMode.PREVIEW;
    }
  }
}
