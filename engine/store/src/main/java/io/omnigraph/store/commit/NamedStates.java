package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where all branches and tags of a graph pointed at one time. Whatever else of a graph is kept
 * follows from it, so whoever needs to know more than one thing about it derives all from one
 * reading.
 *
 * @param branches by name
 * @param tags the ids of their commits by name
 */
public record NamedStates(SortedMap<String, BranchRef> branches, SortedMap<String, String> tags) {

  public NamedStates {
    branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * The branch that every graph has.
   *
   * @throws DamagedGraphException when it is not there
   */
  public BranchRef main() {
    BranchRef main = branches.get("main");
    if (main == null) {
      throw new DamagedGraphException("branch `main` not found");
    }
    return main;
  }

  /** The ids of the commits that are named. */
  public SortedSet<String> commits() {
    SortedSet<String> commits = new TreeSet<>(tags.values());
    branches.values().forEach(branch -> commits.add(branch.commit()));
    return commits;
  }
}
