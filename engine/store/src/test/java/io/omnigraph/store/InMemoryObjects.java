package io.omnigraph.store;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Objects in memory with the rules of an object store: no directories, a tag that grows with every
 * write, and a conditional write that finds its own bytes counts as done. Only the files of tables
 * are on disk, for Lance.
 */
final class InMemoryObjects implements Storage {

  private static final String TABLES = "tables";

  private final Storage files;
  private final NavigableMap<String, Written> objects;

  private InMemoryObjects(Storage files, NavigableMap<String, Written> objects) {
    this.files = files;
    this.objects = objects;
  }

  /** The objects of a graph that is a directory of files. */
  static InMemoryObjects of(Storage files) throws IOException {
    NavigableMap<String, Written> objects = new TreeMap<>();
    Path root = Path.of(files.root());
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String key = root.relativize(file).toString();
        if (!isOnDisk(key)) {
          objects.put(key, Written.of(Files.readAllBytes(file), 0));
        }
      }
    }
    return new InMemoryObjects(files, objects);
  }

  /** The same objects with their tables below another path to the same directory. */
  InMemoryObjects through(Storage other) {
    return new InMemoryObjects(other, objects);
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    if (isOnDisk(key)) {
      return files.get(key);
    }
    return Optional.ofNullable(objects.get(key)).map(Written::object);
  }

  @Override
  public void put(String key, byte[] content) {
    long number = Optional.ofNullable(objects.get(key)).map(Written::number).orElse(0L);
    objects.put(key, Written.of(content.clone(), number + 1));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    return putIf(objects.get(key) == null, key, content);
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    boolean isUnchanged = get(key).filter(now -> now.token().equals(read.token())).isPresent();
    return putIf(isUnchanged, key, content);
  }

  private boolean putIf(boolean holds, String key, byte[] content) {
    if (!holds) {
      return get(key).filter(now -> Arrays.equals(now.content(), content)).isPresent();
    }
    put(key, content);
    return true;
  }

  @Override
  public void delete(String key) {
    if (isOnDisk(key)) {
      files.delete(key);
    } else {
      objects.remove(key);
    }
  }

  @Override
  public boolean deleteIfUnchanged(String key, StoredObject read) {
    boolean isUnchanged = get(key).filter(now -> now.token().equals(read.token())).isPresent();
    if (isUnchanged) {
      delete(key);
    }
    return isUnchanged;
  }

  @Override
  public void deleteTree(String key) {
    files.deleteTree(key);
    objects.keySet().removeIf(name -> name.equals(key) || name.startsWith(key + "/"));
  }

  @Override
  public List<String> list(String key) {
    if (isOnDisk(key)) {
      return files.list(key);
    }
    return objects.keySet().stream()
        .filter(name -> name.startsWith(key + "/"))
        .map(name -> name.substring(key.length() + 1))
        .filter(name -> !name.contains("/"))
        .toList();
  }

  @Override
  public List<StoredFile> tree(String key) {
    if (isOnDisk(key)) {
      return files.tree(key);
    }
    return objects.entrySet().stream()
        .filter(object -> object.getKey().startsWith(key + "/"))
        .map(object ->
            new StoredFile(
                object.getKey(),
                object.getValue().object().content().length,
                object.getValue().changed()))
        .toList();
  }

  @Override
  public boolean exists(String key) {
    return isOnDisk(key) ? files.exists(key) : objects.containsKey(key) || !list(key).isEmpty();
  }

  @Override
  public Storage below(String key) {
    throw new UnsupportedOperationException(key);
  }

  private static boolean isOnDisk(String key) {
    return key.equals(TABLES) || key.startsWith(TABLES + "/");
  }

  private record Written(StoredObject object, long number, Instant changed) {

    static Written of(byte[] content, long number) {
      return new Written(new StoredObject(content, String.valueOf(number)), number, Instant.now());
    }
  }
}
