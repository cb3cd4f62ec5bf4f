package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest did (docs/reference/graph-engine.md §2.11). Every field is always written.
 *
 * @param uri the graph's root
 * @param baseBranch as the request named it; absent when it did not
 * @param tables those with records, by key
 * @param actorId absent when nobody was named
 * @param membersIgnored how many members of records mean nothing to the schema
 */
@JsonInclude
public record IngestReport(
    String uri,
    String branch,
    @Nullable String baseBranch,
    boolean branchCreated,
    LoadMode mode,
    List<TableRows> tables,
    @Nullable String actorId,
    long membersIgnored) {

  public IngestReport {
    tables = List.copyOf(tables);
  }

  /** The same of a graph that is named in another way. */
  public IngestReport at(String named) {
    return new IngestReport(
        named, branch, baseBranch, branchCreated, mode, tables, actorId, membersIgnored);
  }

  /** The tables of a load. */
  public static List<TableRows> tables(LoadOutcome.Loaded loaded) {
    return loaded.rows().entrySet().stream()
        .map(entry -> new TableRows(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How many records of a table were loaded. */
  public record TableRows(String tableKey, long rowsLoaded) {}
}
