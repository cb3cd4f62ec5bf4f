package io.omnigraph.store.change;

import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state that a transaction begins with: a commit, or what the transactions before it in its
 * group have made of one.
 *
 * @param commit the one that the transaction follows
 * @param pending rows of the tables that the group has changed so far, by table key
 */
public record Ground(CommitRecord commit, Map<String, TableRows> pending) {

  public Ground {
    pending = Map.copyOf(pending);
  }

  /** A commit as it is stored. */
  public static Ground of(CommitRecord commit) {
    return new Ground(commit, Map.of());
  }

  /** A table as it is named in the commit. */
  TableEntry table(String key) {
    return commit.table(key);
  }

  /** The rows of a table. */
  TableRows rows(String key, TableStore tables) {
    TableRows known = pending.get(key);
    return known == null ? tables.rows(table(key).data()) : known;
  }

  /** The state after a transaction. */
  Ground after(Draft draft) {
    Map<String, TableRows> next = new TreeMap<>(pending);
    draft.work().changed().forEach(table -> next.put(table.type().tableKey(), draft.rows(table)));
    return new Ground(draft.record(), next);
  }
}
