package io.omnigraph.store.lance;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a version needs to be read, relative to the graph's root.
 *
 * @param files with their sizes in bytes; negative where the version does not say
 * @param directories whose files all belong to it
 */
public record VersionFiles(SortedMap<String, Long> files, SortedSet<String> directories) {

  public VersionFiles {
    files = new TreeMap<>(files);
    directories = new TreeSet<>(directories);
  }
}
