package io.omnigraph.store.commit;

import io.omnigraph.graph.snapshot.TableState;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table in a commit.
 *
 * @param id never changes, whatever the type is called
 * @param data where the rows are; absent until the first row was written
 * @param columns the stored name of each property's column
 * @param nextColumn the number of the next new column; names are never used again, so that old
 *     values do not come back
 * @param version grows by one with every write of rows
 * @param branch that wrote the rows last; absent for {@code main} and before the first write
 */
public record TableEntry(
    String id,
    @Nullable TableData data,
    SortedMap<String, String> columns,
    int nextColumn,
    long version,
    @Nullable String branch) {

  public TableEntry {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }

  /** A table without columns and rows. */
  public static TableEntry empty(String id) {
    return new TableEntry(id, null, new TreeMap<>(), 1, 1, null);
  }

  /** The number of live rows. */
  public long rows() {
    return data == null ? 0 : data.rows();
  }

  /** The same table after a branch has written other rows. */
  public TableEntry written(@Nullable TableData newData, String writer) {
    String owner = writer.equals("main") ? null : writer;
    return new TableEntry(id, newData, columns, nextColumn, version + 1, owner);
  }

  /**
   * What follows a table of a branch when it gets the columns of this one and some rows, which may
   * be those that it has.
   *
   * @param own the table as the branch has it
   * @param branch that the result is for
   */
  public TableEntry following(TableEntry own, @Nullable TableData rows, String branch) {
    return Objects.equals(own.data, rows)
        ? new TableEntry(id, rows, columns, nextColumn, own.version, own.branch)
        : new TableEntry(id, rows, columns, nextColumn, Math.max(version - 1, own.version), null)
            .written(rows, branch);
  }

  /** The same table with the same rows stored elsewhere or indexed. */
  public TableEntry withData(@Nullable TableData sameRows) {
    return new TableEntry(id, sameRows, columns, nextColumn, version, branch);
  }

  /** Where the table stands, for readers. */
  public TableState state(String tableKey) {
    String path = data == null ? "tables/" + id : data.dataset();
    return new TableState(tableKey, path, version, branch, rows());
  }

  /** The same table with a fresh column for a property. */
  public TableEntry withProperty(String property) {
    return withProperty(property, nextColumn);
  }

  /**
   * The same table with a fresh column for a property.
   *
   * @param number of the column, at least {@link #nextColumn}
   */
  public TableEntry withProperty(String property, int number) {
    if (number < nextColumn) {
      throw new IllegalArgumentException("column " + number + " is not fresh in table " + id);
    }
    var wider = new TreeMap<>(columns);
    wider.put(property, "p" + number);
    return new TableEntry(id, data, wider, number + 1, version, branch);
  }

  /** The number of a property's column; empty when the table does not have the property. */
  public OptionalInt columnNumber(String property) {
    String column = columns.get(property);
    return column == null
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(column.substring(1)));
  }

  /** The same table without the column of a property, whose values stay where they are. */
  public TableEntry withoutProperty(String property) {
    var narrower = new TreeMap<>(columns);
    narrower.remove(property);
    return new TableEntry(id, data, narrower, nextColumn, version, branch);
  }

  /** The same table with the column of one property under another name. */
  public TableEntry withPropertyRenamed(String from, String to) {
    var renamed = new TreeMap<>(columns);
    String column = renamed.remove(from);
    if (column == null) {
      throw new IllegalArgumentException("no property `" + from + "`");
    }
    renamed.put(to, column);
    return new TableEntry(id, data, renamed, nextColumn, version, branch);
  }

  /**
   * Where the rows of a table are.
   *
   * @param dataset a Lance dataset, relative to the root
   * @param version Lance's number of a detached version, in decimal
   * @param rows live ones
   * @param overlay what the table has gained and lost since that version; absent for nothing
   */
  public record TableData(String dataset, String version, long rows, @Nullable Overlay overlay) {

    /** The rows of a version as it is. */
    public TableData(String dataset, String version, long rows) {
      this(dataset, version, rows, null);
    }

    /** What the table has gained and lost since its version, perhaps nothing. */
    public Overlay overlaid() {
      return overlay == null ? Overlay.NONE : overlay;
    }

    /** The version by itself. */
    public TableData base() {
      return overlay == null ? this : new TableData(dataset, version, rows);
    }

    /** The id of the table, which the place of its dataset begins with. */
    public String table() {
      return dataset.split("/", -1)[1];
    }

    /** The version as Lance takes it. */
    public long number() {
      return Long.parseLong(version);
    }
  }
}
