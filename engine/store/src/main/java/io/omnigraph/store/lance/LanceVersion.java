package io.omnigraph.store.lance;

import java.util.List;

/**
 * An immutable version of a dataset.
 *
 * @param dataset its directory, relative to the graph's root
 * @param version Lance's number; negative, because versions are detached
 * @param fragments in the order in which they were written
 */
public record LanceVersion(String dataset, long version, List<LanceFragment> fragments) {

  public LanceVersion {
    fragments = List.copyOf(fragments);
  }

  /** The number of rows that are not deleted. */
  public long liveRows() {
    return fragments.stream().mapToLong(f -> f.rows() - f.deletedRows()).sum();
  }

  /**
   * A fragment: an immutable file, and which of its rows are deleted in a version.
   *
   * @param id in the dataset
   * @param file relative to the graph's root; the same rows for ever
   * @param rows in the file, deleted ones included
   * @param deletedRows how many of them are deleted
   * @param deletions names the set of deleted rows; empty when there are none
   */
  public record LanceFragment(int id, String file, int rows, int deletedRows, String deletions) {}
}
