package io.omnigraph.schema.migration;

import java.util.List;
import java.util.Optional;

/**
 * What it takes to get from the accepted schema to the desired one.
 *
 * @param steps in the order of section 12.2; empty when the schemas are the same
 */
public record Migration(List<MigrationStep> steps) {

  public Migration {
    steps = List.copyOf(steps);
  }

  /** Whether every step can be done. */
  public boolean isSupported() {
    return firstUnsupported().isEmpty();
  }

  /** The first step that cannot be done. */
  public Optional<MigrationStep.UnsupportedChange> firstUnsupported() {
    return steps.stream()
        .filter(MigrationStep.UnsupportedChange.class::isInstance)
        .map(MigrationStep.UnsupportedChange.class::cast)
        .findFirst();
  }
}
