package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lance.FragmentMetadata;

/** Rows in data files that no version has yet. */
public final class StagedFragments implements Addition {

  private final String dataset;
  private final List<ColumnSpec> specs;
  private final List<FragmentMetadata> fragments;
  private final BitSet dead;

  /**
   * Rows in data files.
   *
   * @param dead rows that were replaced by later ones, by their number in the order of writing
   */
  StagedFragments(
      String dataset, List<ColumnSpec> specs, List<FragmentMetadata> fragments, BitSet dead) {
    this.dataset = dataset;
    this.specs = List.copyOf(specs);
    this.fragments = List.copyOf(fragments);
    this.dead = (BitSet) dead.clone();
  }

  /** The same rows without some of them, by their number in the order of writing. */
  public StagedFragments without(BitSet replaced) {
    return new StagedFragments(dataset, specs, fragments, replaced);
  }

  @Override
  public int count() {
    long rows = fragments.stream().mapToLong(FragmentMetadata::getPhysicalRows).sum();
    return Math.toIntExact(rows - dead.cardinality());
  }

  @Override
  public Optional<String> home() {
    return Optional.of(dataset);
  }

  /** The files, relative to the graph's root. */
  public List<String> files() {
    return fragments.stream()
        .flatMap(fragment -> fragment.getFiles().stream())
        .map(file -> dataset + "/data/" + file.getPath())
        .toList();
  }

  List<ColumnSpec> specs() {
    return specs;
  }

  List<FragmentMetadata> fragments() {
    return fragments;
  }

  BitSet dead() {
    return dead;
  }
}
