package io.omnigraph.store.change;

import io.omnigraph.graph.failure.StaleTable;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.values.Identity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a transaction changes or deletes what somebody else has changed since it was asked for.
 * New rows and upserts never depend on what was there: they go on top of whatever is there now.
 */
final class Staleness {

  private Staleness() {}

  /**
   * The first table in which that is so.
   *
   * @param start what the branch held when the transaction was asked for
   */
  static Optional<StaleTable> of(Workspace work, Ground start, TableStore tables) {
    CommitRecord now = work.ground().commit();
    if (now.id().equals(start.commit().id())) {
      return Optional.empty();
    }
    for (StagedTable table : work.changed()) {
      String key = table.type().tableKey();
      TableEntry before = start.commit().tables().get(key);
      long expected = before == null ? 0 : before.version();
      long actual = now.table(key).version();
      if (expected != actual && isStale(table, before, tables)) {
        return Optional.of(new StaleTable(key, expected, actual));
      }
    }
    return Optional.empty();
  }

  private static boolean isStale(
      StagedTable table, @Nullable TableEntry before, TableStore tables) {
    if (table.isCleared()) {
      return true;
    }
    if (table.revised().isEmpty()) {
      return false;
    }
    if (before == null || !before.columns().keySet().containsAll(names(table))) {
      return true;
    }
    StagedTable then =
        new StagedTable(
            new TableLayout(table.type(), before.columns()), tables.rows(before.data()));
    StagedTable now = new StagedTable(table.layout(), table.base());
    return table.revised().stream().anyMatch(id -> isChanged(id, then, now));
  }

  private static Set<String> names(StagedTable table) {
    return table.type().properties().stream().map(Property::name).collect(Collectors.toSet());
  }

  private static boolean isChanged(String id, StagedTable then, StagedTable now) {
    TableRows rowsThen = then.base();
    TableRows rowsNow = now.base();
    int rowThen = rowsThen.rowOf(id);
    int rowNow = rowsNow.rowOf(id);
    if (rowThen < 0 || rowNow < 0) {
      return rowThen != rowNow;
    }
    return !rowsThen.isSameRow(rowThen, rowsNow, rowNow)
        && !then.row(id).map(Staleness::content).equals(now.row(id).map(Staleness::content));
  }

  /** A row in a form that is compared by value. */
  private static Object content(StagedRow row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.replaceAll((_, value) -> Identity.exact(value));
    return Arrays.asList(row.source(), row.target(), values);
  }
}
