package io.omnigraph.graph.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repair has found and done.
 *
 * @param manifestVersion of {@code main} after something was mended; absent when nothing was
 * @param findings what is wrong, table by table and besides; empty on a sound graph
 */
@JsonInclude
public record RepairReport(
    String uri,
    boolean confirm,
    boolean force,
    @Nullable Long manifestVersion,
    List<TableRepair> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings) {

  public RepairReport {
    tables = List.copyOf(tables);
    // Left out on the wire when there are none.
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** The number of findings that were not mended because the mode does not allow it. */
  public long refused() {
    return findings.stream().filter(finding -> finding.action().equals("refused")).count();
  }

  /**
   * A table.
   *
   * @param manifestVersion its version in the graph
   * @param lanceHeadVersion its version on disk, which cannot differ
   * @param operations what was found
   * @param error the first finding; absent on a sound table
   */
  @JsonInclude
  public record TableRepair(
      String tableKey,
      long manifestVersion,
      long lanceHeadVersion,
      String classification,
      String action,
      List<String> operations,
      @Nullable String error) {

    public TableRepair {
      operations = List.copyOf(operations);
    }
  }

  /**
   * Something that is wrong.
   *
   * @param subject such as a branch, a commit or a file
   * @param explanation what is wrong with it, in a sentence
   * @param remedy what mends it, in a sentence
   * @param action {@code preview}, {@code refused}, {@code healed}, {@code forced} or {@code
   *     hopeless} where nothing can be done
   */
  public record Finding(String subject, String explanation, String remedy, String action) {}
}
