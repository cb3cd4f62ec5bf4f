package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.World;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commits whose rows were given up: {@code cleanups/<ulid>.json}, one for each cleanup. The
 * commits themselves stay listed.
 *
 * <p>A cleanup first notes what it plans to give up, and then confirms it before anything is
 * removed. Who names an old commit looks at both; so either the cleanup sees the new name, or the
 * one who named it sees the note. A plan can be withdrawn by anybody, and what was confirmed
 * cannot. Safe for use by several threads.
 */
public final class Releases {

  private static final String DIRECTORY = "cleanups";

  private final Storage storage;
  private final World world;
  private final ConcurrentHashMap<String, Release> finished = new ConcurrentHashMap<>();

  Releases(Storage storage, World world) {
    this.storage = storage;
    this.world = world;
  }

  /** Notes durably what a cleanup would like to remove. */
  public Plan plan(SortedSet<String> commits, Collection<String> files, long nowMicros) {
    String key = DIRECTORY + "/" + world.freshId() + ".json";
    Release planned = new Release(nowMicros, new TreeSet<>(), commits, List.copyOf(files));
    storage.putIfAbsent(key, GraphStore.bytes(planned));
    return new Plan(key, planned);
  }

  /**
   * Notes durably that the rows of commits and some files are about to go, and says whether it did;
   * it does not when the plan was withdrawn.
   */
  public boolean confirm(Plan plan, SortedSet<String> commits, Collection<String> files) {
    Release confirmed = new Release(plan.content().atMicros(), commits, null, List.copyOf(files));
    return replace(plan.key(), plan.content(), confirmed);
  }

  /** Notes that everything is gone that was to go. */
  public void finish(Plan plan) {
    read(plan.key())
        .filter(there -> there.release().planned() == null)
        .ifPresent(there ->
            storage.putIfUnchanged(
                plan.key(), there.content(), GraphStore.bytes(there.release().done())));
  }

  /** Takes back what was planned and not confirmed. */
  public void withdraw(Plan plan) {
    Release nothing = new Release(plan.content().atMicros(), new TreeSet<>(), null, List.of());
    if (replace(plan.key(), plan.content(), nothing)) {
      storage.delete(plan.key());
    }
  }

  /** Takes back every plan that was not confirmed, whoever made it. */
  public void withdrawPlans() {
    keys()
        .forEach(key ->
            read(key)
                .filter(there -> there.release().planned() != null)
                .ifPresent(there -> withdraw(new Plan(key, there.release()))));
  }

  /** Whether the rows of a commit were given up. */
  public boolean contains(String commit) {
    return releases().anyMatch(release -> release.released().contains(commit));
  }

  /** Whether the rows of a commit were given up or may be about to be. */
  public boolean isDoomed(String commit) {
    return releases()
        .anyMatch(release -> release.released().contains(commit) || isPlanned(release, commit));
  }

  /** All commits whose rows were given up. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>();
    releases().forEach(release -> all.addAll(release.released()));
    return all;
  }

  /** The files that cleanups which have not ended remove or may be about to remove. */
  public Set<String> doomedFiles() {
    Set<String> files = new TreeSet<>();
    releases()
        .forEach(release -> {
          List<String> doomed = release.files();
          files.addAll(doomed == null ? List.of() : doomed);
        });
    return files;
  }

  private Stream<Release> releases() {
    return keys().flatMap(key -> release(key).stream());
  }

  private Stream<String> keys() {
    return storage.list(DIRECTORY).stream().map(name -> DIRECTORY + "/" + name);
  }

  private Optional<Release> release(String key) {
    Release known = finished.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Release> found = read(key).map(Stored::release);
    found.filter(Releases::isFinished).ifPresent(release -> finished.put(key, release));
    return found;
  }

  private static boolean isPlanned(Release release, String commit) {
    SortedSet<String> planned = release.planned();
    return planned != null && planned.contains(commit);
  }

  private static boolean isFinished(Release release) {
    List<String> files = release.files();
    return release.planned() == null && (files == null || files.isEmpty());
  }

  private boolean replace(String key, Release expected, Release next) {
    return read(key)
        .filter(there -> there.release().equals(expected))
        .map(there -> storage.putIfUnchanged(key, there.content(), GraphStore.bytes(next)))
        .orElse(false);
  }

  private Optional<Stored> read(String key) {
    return storage.get(key).map(content -> new Stored(content, parse(content.content(), key)));
  }

  private Release parse(byte[] content, String key) {
    try {
      return Json.mapper().readValue(content, Release.class);
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read `" + key + "`", e);
    }
  }

  /** A plan that was noted. */
  public static final class Plan {

    private final String key;
    private final Release content;

    private Plan(String key, Release content) {
      this.key = key;
      this.content = content;
    }

    private String key() {
      return key;
    }

    private Release content() {
      return content;
    }
  }

  private record Stored(StoredObject content, Release release) {}

  /**
   * The content of a note.
   *
   * @param planned commits that may be given up; absent once that is decided
   * @param files that go or may go; absent or empty once they are gone
   */
  private record Release(
      long atMicros,
      SortedSet<String> released,
      @Nullable SortedSet<String> planned,
      @Nullable List<String> files) {

    Release done() {
      return new Release(atMicros, released, null, null);
    }
  }
}
