package io.omnigraph.store.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands directly below a root, and whose it is. Reads only. */
public final class RootContent {

  /** The version of the layout that this program writes. */
  public static final int FORMAT = 2;

  /** The first version of the layout whose commits may have rows in their records. */
  static final int DELTAS = 2;

  private static final Set<String> MADE_BY_CREATION =
      Set.of(GraphStore.CLAIM, "schemas", "commits", "refs");

  private final Storage storage;
  private final List<String> names;

  private RootContent(Storage storage, List<String> names) {
    this.storage = storage;
    this.names = names;
  }

  /** Looks at a root. */
  public static RootContent of(Storage storage) {
    return new RootContent(
        storage, storage.root().contains("://") ? storage.list("") : local(storage.root()));
  }

  /** Whether nothing is there. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether a creation has claimed the root. */
  public boolean isClaimed() {
    return names.contains(GraphStore.CLAIM);
  }

  /** Whether there is nothing but what a creation writes. */
  public boolean isOnlyCreation() {
    return MADE_BY_CREATION.containsAll(names);
  }

  /** The version of the layout, as the claim says it; 0 when it cannot be read. */
  int format() {
    return storage.get(GraphStore.CLAIM).map(RootContent::format).orElse(0);
  }

  /** Why the claim cannot be honoured; empty when it can. */
  public Optional<String> problem() {
    Optional<StoredObject> claim = storage.get(GraphStore.CLAIM);
    if (claim.isEmpty()) {
      return Optional.of("`" + GraphStore.CLAIM + "` not found in " + storage.root());
    }
    int format = format(claim.get());
    if (format > FORMAT) {
      return Optional.of(
          "%s has format %d and this program reads up to %d; upgrade omnigraph first"
              .formatted(storage.root(), format, FORMAT));
    }
    return format < 1
        ? Optional.of("`%s` of %s cannot be read".formatted(GraphStore.CLAIM, storage.root()))
        : Optional.empty();
  }

  private static int format(StoredObject claim) {
    try {
      JsonNode tree = Json.mapper().readTree(claim.content());
      return tree.path("format_version").asInt(0);
    } catch (IOException _) {
      return 0;
    }
  }

  private static List<String> local(String root) {
    try (Stream<Path> children = Files.list(Path.of(root))) {
      return children
          .map(child -> String.valueOf(child.getFileName()))
          .filter(name -> !name.startsWith(GraphStore.CLAIM + "."))
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (NotDirectoryException _) {
      return List.of("");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root, e);
    }
  }
}
