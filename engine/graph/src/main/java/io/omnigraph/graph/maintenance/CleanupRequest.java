package io.omnigraph.graph.maintenance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a cleanup may remove. A state goes when it is beyond the newest {@code keep} of every branch
 * and older than {@code olderThan}; a limit that is absent keeps nothing.
 *
 * @param keep at least 0; heads stay in any case
 * @param grace files that no commit needs stay for so long after they were written, because a write
 *     that is under way may be about to need them
 */
public record CleanupRequest(@Nullable Integer keep, @Nullable Duration olderThan, Duration grace) {

  /** How long files of writes under way are left alone unless somebody says otherwise. */
  public static final Duration USUAL_GRACE = Duration.ofDays(1);
}
