package io.omnigraph.plugin.graph.command;

import io.omnigraph.ground.Quantity;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.plugin.graph.serving.IngestReport;
import io.omnigraph.plugin.graph.serving.IngestReport.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code load} did (docs/reference/graph-engine.md §2.11).
 *
 * @param baseBranch as {@code --from} named it; absent, and then not written, when it did not
 * @param membersIgnored how many members of records mean nothing to the schema
 */
record LoadReport(
    String uri,
    String branch,
    LoadMode mode,
    @Nullable String baseBranch,
    boolean branchCreated,
    long nodesLoaded,
    long edgesLoaded,
    long nodeTypesLoaded,
    long edgeTypesLoaded,
    long membersIgnored) {

  private static final String NODE = "node:";
  private static final String EDGE = "edge:";

  /** The same in the shape of {@code load}. */
  static LoadReport of(IngestReport done) {
    List<TableRows> tables = done.tables();
    return new LoadReport(
        done.uri(),
        done.branch(),
        done.mode(),
        done.baseBranch(),
        done.branchCreated(),
        rows(tables, NODE),
        rows(tables, EDGE),
        types(tables, NODE),
        types(tables, EDGE),
        done.membersIgnored());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "loaded %s on branch %s with %s: %s across %s, %s across %s"
            .formatted(
                uri,
                branch,
                mode,
                Quantity.of(nodesLoaded, "node"),
                Quantity.of(nodeTypesLoaded, "node type"),
                Quantity.of(edgesLoaded, "edge"),
                Quantity.of(edgeTypesLoaded, "edge type")));
    if (membersIgnored > 0) {
      lines.add(
          "ignored %s that no type declares".formatted(Quantity.of(membersIgnored, "member")));
    }
    if (branchCreated) {
      lines.add("branch " + branch + " created from " + baseBranch);
    }
    return lines;
  }

  private static long rows(List<TableRows> tables, String prefix) {
    return tables.stream()
        .filter(table -> table.tableKey().startsWith(prefix))
        .mapToLong(TableRows::rowsLoaded)
        .sum();
  }

  private static long types(List<TableRows> tables, String prefix) {
    return tables.stream().filter(table -> table.tableKey().startsWith(prefix)).count();
  }
}
