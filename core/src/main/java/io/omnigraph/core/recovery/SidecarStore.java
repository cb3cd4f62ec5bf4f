package io.omnigraph.core.recovery;

import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sidecars' files below a storage root. */
public final class SidecarStore {

  /** The folder of the sidecars. */
  public static final String FOLDER = "__cluster/recoveries";

  private final Storage storage;
  private final FencedOperations operations;

  /** The sidecars of a storage root. */
  public SidecarStore(Storage storage, FencedOperations operations) {
    this.storage = storage;
    this.operations = operations;
  }

  /**
   * What lies there.
   *
   * @param sidecars in the order of their names, which is the order of time
   * @param findings about what could not be understood, all of them warnings
   */
  public record Listing(List<Sidecar> sidecars, List<Diagnostic> findings) {

    public Listing {
      sidecars = List.copyOf(sidecars);
      findings = List.copyOf(findings);
    }

    /** A warning for each sidecar, and the findings: for commands that settle nothing. */
    public List<Diagnostic> warnings() {
      List<Diagnostic> warnings = new ArrayList<>();
      for (Sidecar sidecar : sidecars) {
        String path = FOLDER + "/" + sidecar.id() + ".json";
        String message =
            "the operation `%s` was interrupted; run `cluster apply` to settle it"
                .formatted(sidecar.operation());
        warnings.add(Diagnostic.warning("cluster_recovery_pending", path, message));
      }
      warnings.addAll(findings);
      return warnings;
    }
  }

  /** Reads every sidecar; what cannot be understood is left in place. */
  public Listing list() {
    List<Sidecar> sidecars = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (String name : names(findings)) {
      if (name.endsWith(".json")) {
        read(FOLDER + "/" + name, findings).ifPresent(sidecars::add);
      }
    }
    return new Listing(sidecars, findings);
  }

  private List<String> names(List<Diagnostic> findings) {
    try {
      return storage.list(FOLDER);
    } catch (UncheckedIOException e) {
      findings.add(
          Diagnostic.warning(
              "recovery_sidecar_read_error", FOLDER, String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private Optional<Sidecar> read(String key, List<Diagnostic> findings) {
    String place = storage.locate(key);
    try {
      Optional<StoredObject> file = storage.get(key);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      byte[] content = file.get().content();
      long version = Sidecar.version(content);
      if (version == Sidecar.VERSION) {
        return Optional.of(named(key, Sidecar.read(content, operations)));
      }
      findings.add(
          Diagnostic.warning(
              "unsupported_recovery_sidecar_version",
              place,
              "the recovery sidecar has version " + version + ", this version knows 1"));
    } catch (MalformedFileException | UncheckedIOException e) {
      String message =
          "the recovery sidecar cannot be understood: %s; look at what it names, then remove it"
              .formatted(e.getMessage());
      findings.add(Diagnostic.warning("invalid_recovery_sidecar", place, message));
    }
    return Optional.empty();
  }

  private static Sidecar named(String key, Sidecar sidecar) throws MalformedFileException {
    if (!key(sidecar.id()).equals(key)) {
      throw new MalformedFileException("`operation_id` is not the name of the file");
    }
    return sidecar;
  }

  /** Where a sidecar lies, in the form that is shown to people. */
  public String locate(String id) {
    return storage.locate(key(id));
  }

  /**
   * Writes a sidecar, or writes it anew.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(Sidecar sidecar) {
    storage.put(key(sidecar.id()), sidecar.bytes());
  }

  /**
   * Removes a sidecar.
   *
   * @throws UncheckedIOException when it cannot be removed
   */
  public void remove(String id) {
    storage.delete(key(id));
  }

  private static String key(String id) {
    return FOLDER + "/" + id + ".json";
  }
}
