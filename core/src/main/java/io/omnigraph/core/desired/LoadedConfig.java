package io.omnigraph.core.desired;

import io.omnigraph.ground.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What loading a config directory came to (docs/reference/cluster.md §2.5).
 *
 * @param directory as the user typed it
 * @param header empty when {@code cluster.yaml} could not be read or does not have the right shape
 * @param desired empty as {@code header}, and when only the header was asked for
 * @param diagnostics in the order in which they are reported
 */
public record LoadedConfig(
    Path directory,
    Optional<Header> header,
    Optional<DesiredState> desired,
    List<Diagnostic> diagnostics) {

  public LoadedConfig {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether anything found is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * The keys that belong to no kind.
   *
   * @param storageRoot location of the storage root, absolute or a URI; the config directory made
   *     absolute where {@code storage:} is not set
   * @param usesLock whether commands take the state lock
   */
  public record Header(String storageRoot, boolean usesLock) {}
}
