package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import java.util.Locale;

/**
 * An index to build.
 *
 * @param column over its values
 * @param kind what it is good for
 * @param partitions into how many parts vectors are divided; 0 for other kinds
 */
public record WantedIndex(ColumnSpec column, Kind kind, int partitions) {

  /** What an index is good for. */
  public enum Kind {
    /** Finds values and ranges of them (Lance's {@code BTREE}). */
    SORTED,
    /** Finds vectors with nearly the same direction (Lance's {@code IVF_FLAT}, cosine). */
    NEAREST
  }

  /** An index that finds values and ranges. */
  public static WantedIndex sorted(ColumnSpec column) {
    return new WantedIndex(column, Kind.SORTED, 0);
  }

  /** An index that finds near vectors. */
  public static WantedIndex nearest(ColumnSpec column, int partitions) {
    return new WantedIndex(column, Kind.NEAREST, partitions);
  }

  /** The name of the index in its dataset. */
  public String name() {
    return column.name() + "_" + kind.name().toLowerCase(Locale.ROOT);
  }
}
