package io.omnigraph.plugin.graph.serving;

import io.omnigraph.graph.BranchNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to export; everything when no type and no table is named.
 *
 * @param branch absent for {@code main}
 * @param typeNames each stands for the nodes and the edges of that name
 * @param tableKeys such as {@code node:Ship}
 */
public record ExportRequest(
    @Nullable String branch, @Nullable List<String> typeNames, @Nullable List<String> tableKeys) {

  /** The branch to export, without surrounding blanks. */
  public String exportedBranch() {
    return branch == null ? BranchNames.MAIN : branch.strip();
  }

  /** The types that are named. */
  public List<String> types() {
    return typeNames == null ? List.of() : typeNames;
  }

  /** The tables that are named. */
  public List<String> tables() {
    return tableKeys == null ? List.of() : tableKeys;
  }
}
