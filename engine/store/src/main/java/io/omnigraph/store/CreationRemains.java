package io.omnigraph.store;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageView;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.store.commit.GraphStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a creation that died leaves at a root: some of the files that a creation writes, finished or
 * not, and no branch. A root that holds anything else is not its remains, whatever else is there.
 */
final class CreationRemains {

  private static final Pattern FINISHED =
      Pattern.compile(
          "graph\\.json|schemas/(?<schema>[0-9a-f]{64})\\.(?:json|pg)"
              + "|commits/(?<commit>[0-9A-Z]{26})\\.json");
  private static final Pattern UNFINISHED =
      Pattern.compile("graph\\.json\\.[^/]+|(?:schemas|commits)/[^/]+|refs/main\\.json\\.[^/]+");

  private CreationRemains() {}

  /** Whether nothing is at a root but that. An empty directory is what the first step leaves. */
  static boolean isAll(StorageView root) {
    Set<String> unfinished = new HashSet<>();
    root.unfinished("").forEach(file -> unfinished.add(file.key()));
    Set<String> schemas = new TreeSet<>();
    Set<String> commits = new TreeSet<>();
    for (StoredFile file : root.tree("")) {
      Matcher finished = FINISHED.matcher(file.key());
      if (unfinished.contains(file.key())) {
        if (!UNFINISHED.matcher(file.key()).matches()) {
          return false;
        }
      } else if (!finished.matches()) {
        return false;
      } else {
        note(finished.group("schema"), schemas);
        note(finished.group("commit"), commits);
      }
    }
    return schemas.size() <= 1 && commits.size() <= 1;
  }

  private static void note(@Nullable String name, Set<String> names) {
    if (name != null) {
      names.add(name);
    }
  }

  /** Removes what {@link #isAll} saw, and nothing that came meanwhile. */
  static void remove(Storage root) {
    List<String> files = new ArrayList<>();
    root.tree("").stream()
        .map(StoredFile::key)
        .filter(key -> FINISHED.matcher(key).matches() || UNFINISHED.matcher(key).matches())
        .filter(key -> !key.equals(GraphStore.CLAIM))
        .forEach(files::add);
    root.deleteAll(files);
    // The claim goes last: as long as it stands, what is left is known to be a creation's.
    root.delete(GraphStore.CLAIM);
    root.prune("");
  }
}
