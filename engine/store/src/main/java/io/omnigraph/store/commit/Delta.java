package io.omnigraph.store.commit;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that stand in the record of a commit, as an overlay names them.
 *
 * @param commit whose record has them; an ancestor of every commit that names them, or that commit
 *     itself
 * @param rows all of them
 * @param bytes that they take in the record, roughly
 * @param live those that the table has, as {@link Positions}; absent for all
 */
public record Delta(String commit, int rows, int bytes, @Nullable String live) {

  /** The rows that the table does not have. */
  public BitSet dead() {
    BitSet dead = new BitSet();
    if (live != null) {
      dead = Positions.of(live);
      dead.flip(0, rows);
    }
    return dead;
  }

  /** The same rows without some that are gone. */
  public Delta without(BitSet gone) {
    if (gone.isEmpty()) {
      return this;
    }
    BitSet left = dead();
    left.or(gone);
    left.flip(0, rows);
    return new Delta(commit, rows, bytes, Positions.text(left));
  }
}
