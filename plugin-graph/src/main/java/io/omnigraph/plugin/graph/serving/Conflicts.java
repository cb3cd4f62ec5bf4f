package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.graph.write.StaleTable;
import io.omnigraph.ground.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to writes that lost against other writes. */
public final class Conflicts {

  private Conflicts() {}

  /**
   * A 409.
   *
   * @param stale the table that moved; absent when no single one is to blame
   */
  public static Problem problem(String reason, @Nullable StaleTable stale) {
    return stale == null
        ? Problem.conflict(reason)
        : new Problem(409, "conflict", reason, Map.of("manifest_conflict", Json.tree(stale)));
  }
}
