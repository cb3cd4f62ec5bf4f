package io.omnigraph.graph.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cleanup has removed, or would remove. */
@JsonInclude
public record CleanupReport(
    String uri,
    @Nullable Integer keepVersions,
    @Nullable Long olderThanSecs,
    List<TableCleanup> tables) {

  public CleanupReport {
    tables = List.copyOf(tables);
  }

  /** The bytes of all tables. */
  public long bytes() {
    return tables.stream().mapToLong(TableCleanup::bytesRemoved).sum();
  }

  /** The versions of all tables. */
  public long versions() {
    return tables.stream().mapToLong(TableCleanup::oldVersionsRemoved).sum();
  }

  /**
   * A table.
   *
   * @param error why its files could not be removed; absent when they were
   */
  @JsonInclude
  public record TableCleanup(
      String tableKey, long bytesRemoved, long oldVersionsRemoved, @Nullable String error) {}
}
