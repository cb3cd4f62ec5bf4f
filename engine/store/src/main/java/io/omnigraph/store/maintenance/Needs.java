package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.VersionFiles;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.WordFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The files that commits need. Grows with every commit that is added. */
final class Needs {

  private final GraphStore store;
  private final TableStore tables;
  private final Map<Version, Optional<VersionFiles>> known = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final Set<String> directories = new HashSet<>();

  Needs(GraphStore store, TableStore tables) {
    this.store = store;
    this.tables = tables;
  }

  /**
   * Adds what a commit needs.
   *
   * @return the versions that it names and that are not there
   */
  List<String> add(CommitRecord commit) {
    return commit.tables().values().stream()
        .map(table -> table.data())
        .filter(Objects::nonNull)
        .filter(data -> !add(data))
        .map(data -> LanceStore.manifest(data.dataset(), data.number()))
        .toList();
  }

  /** What a version consists of, without an overlay; empty when it is not there. */
  Optional<VersionFiles> of(TableData data) {
    return known.computeIfAbsent(
        new Version(data.dataset(), data.version()), _ -> read(data.base()));
  }

  /** Whether a file is needed. */
  boolean contains(String file) {
    if (files.contains(file)) {
      return true;
    }
    String[] parts = file.split("/", -1);
    if (parts.length < 5) {
      return false;
    }
    String dataset = String.join("/", List.of(parts).subList(0, 3));
    return switch (parts[3]) {
      case WordFiles.DIRECTORY -> files.contains(dataset + "/data/" + WordFiles.dataFile(parts[4]));
      case "_indices" -> directories.contains(dataset + "/_indices/" + parts[4] + "/");
      default -> false;
    };
  }

  private boolean add(TableData data) {
    Optional<VersionFiles> version = of(data);
    version.ifPresent(needed -> {
      files.addAll(needed.files().keySet());
      data.overlaid().parts().forEach(part -> files.add(part.file()));
      directories.addAll(needed.directories());
    });
    return version.isPresent();
  }

  private Optional<VersionFiles> read(TableData data) {
    if (!isThere(data)) {
      return Optional.empty();
    }
    try {
      return Optional.of(tables.files(data));
    } catch (RuntimeException e) {
      // Versions go first, so another cleanup may have taken this one away just now.
      if (!isThere(data)) {
        return Optional.empty();
      }
      String manifest = LanceStore.manifest(data.dataset(), data.number());
      throw new DamagedGraphException(
          "cannot read `%s`, so it cannot be told which files it needs".formatted(manifest), e);
    }
  }

  private boolean isThere(TableData data) {
    return store.storage().exists(LanceStore.manifest(data.dataset(), data.number()));
  }

  private record Version(String dataset, String version) {}
}
