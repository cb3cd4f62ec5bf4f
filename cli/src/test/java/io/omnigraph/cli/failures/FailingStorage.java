package io.omnigraph.cli.failures;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageProvider;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.ground.storage.StoredObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Files of which everything fails in one way after so many things went well. */
final class FailingStorage implements Storage {

  private static final String SCHEME = "fails";
  private static final Map<String, Failing> PLACES = new ConcurrentHashMap<>();

  private final Storage files;
  private final Failing failing;

  private FailingStorage(Storage files, Failing failing) {
    this.files = files;
    this.failing = failing;
  }

  /** When and how a place fails, and how often it was asked for anything. */
  private record Failing(AtomicInteger asked, int well, Supplier<RuntimeException> failure) {

    void next() {
      if (asked.getAndIncrement() >= well) {
        throw failure.get();
      }
    }
  }

  /** Makes a directory fail when it is asked for anything more often than so. */
  static void failing(String directory, int well, Supplier<RuntimeException> failure) {
    PLACES.put(directory, new Failing(new AtomicInteger(), well, failure));
  }

  /** The URI of a directory that fails. */
  static String uri(Path directory) {
    return SCHEME + "://" + directory;
  }

  /** How often a directory was asked for anything. */
  static int asked(String directory) {
    return Optional.ofNullable(PLACES.get(directory)).orElseThrow().asked().get();
  }

  /** Found by the service loader. */
  public static final class Provider implements StorageProvider {

    /** Made by the service loader. */
    public Provider() {}

    @Override
    public Set<String> schemes() {
      return Set.of(SCHEME);
    }

    @Override
    public Storage open(String location) {
      String directory = location.substring(SCHEME.length() + 3);
      Failing failing = PLACES.get(directory);
      if (failing == null) {
        throw new IllegalArgumentException("nothing is known of `" + directory + "`");
      }
      return new FailingStorage(Storages.open(directory), failing);
    }
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    failing.next();
    return files.get(key);
  }

  @Override
  public void put(String key, byte[] content) {
    failing.next();
    files.put(key, content);
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    failing.next();
    return files.putIfAbsent(key, content);
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    failing.next();
    return files.putIfUnchanged(key, read, content);
  }

  @Override
  public void delete(String key) {
    failing.next();
    files.delete(key);
  }

  @Override
  public boolean deleteIfUnchanged(String key, StoredObject read) {
    failing.next();
    return files.deleteIfUnchanged(key, read);
  }

  @Override
  public void deleteTree(String key) {
    failing.next();
    files.deleteTree(key);
  }

  @Override
  public List<String> list(String key) {
    failing.next();
    return files.list(key);
  }

  @Override
  public List<StoredFile> tree(String key) {
    failing.next();
    return files.tree(key);
  }

  @Override
  public List<StoredFile> unfinished(String key) {
    failing.next();
    return files.unfinished(key);
  }

  @Override
  public boolean exists(String key) {
    failing.next();
    return files.exists(key);
  }

  @Override
  public Storage below(String key) {
    return new FailingStorage(files.below(key), failing);
  }
}
