package io.omnigraph.store.commit;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The commits whose rows were given up: {@code cleanups/<ulid>.json}, one for each cleanup, written
 * before anything is removed. The commits themselves stay listed. Safe for use by several threads.
 */
public final class Releases {

  private static final String DIRECTORY = "cleanups";

  private final Storage storage;
  private final ConcurrentHashMap<String, Set<String>> read = new ConcurrentHashMap<>();

  Releases(Storage storage) {
    this.storage = storage;
  }

  /** Notes durably that the rows of commits are about to go. */
  public void add(SortedSet<String> commits, long nowMicros) {
    String name = UlidCreator.getMonotonicUlid() + ".json";
    storage.put(
        DIRECTORY + "/" + name, GraphStore.bytes(new Release(nowMicros, List.copyOf(commits))));
  }

  /** Whether the rows of a commit were given up. */
  public boolean contains(String commit) {
    return storage.list(DIRECTORY).stream().anyMatch(file -> commits(file).contains(commit));
  }

  /** All commits whose rows were given up. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>();
    storage.list(DIRECTORY).forEach(file -> all.addAll(commits(file)));
    return all;
  }

  private Set<String> commits(String file) {
    return read.computeIfAbsent(
        file,
        name ->
            storage
                .get(DIRECTORY + "/" + name)
                .map(content -> parse(content.content(), name))
                .orElse(Set.of()));
  }

  private Set<String> parse(byte[] content, String name) {
    try {
      return Set.copyOf(Json.mapper().readValue(content, Release.class).released());
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read " + storage.locate(DIRECTORY + "/" + name), e);
    }
  }

  private record Release(long atMicros, List<String> released) {}
}
