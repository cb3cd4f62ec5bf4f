package io.omnigraph.schema.live;

import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import java.util.List;
import java.util.Optional;

/** What stands against changing the schema of a live graph, in the words of every door. */
public final class SchemaChange {

  private SchemaChange() {}

  /**
   * Why a migration cannot be made; empty when it can. Branches come before unsupported steps, and
   * of those the first is named.
   */
  public static Optional<String> refusal(LiveSchema live, Migration migration) {
    return branchRefusal(live)
        .or(() -> migration.firstUnsupported().map(UnsupportedChange::refusal));
  }

  /**
   * Why no migration can be made on account of the graph's branches; empty when they allow it. A
   * graph is migrated as a whole, and branches would keep the old schema.
   */
  public static Optional<String> branchRefusal(LiveSchema live) {
    List<String> others = live.otherBranches();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "schema apply requires a graph with only main; found non-main branches: "
                + String.join(", ", others));
  }
}
