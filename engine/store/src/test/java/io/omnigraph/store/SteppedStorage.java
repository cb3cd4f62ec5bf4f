package io.omnigraph.store;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.ground.storage.StoredObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that lets others in before each single thing that it is asked to do. */
final class SteppedStorage implements Storage {

  private final Storage storage;
  private final Runnable before;

  SteppedStorage(Storage storage, Runnable before) {
    this.storage = storage;
    this.before = before;
  }

  @Override
  public String root() {
    return storage.root();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    before.run();
    return storage.get(key);
  }

  @Override
  public void put(String key, byte[] content) {
    before.run();
    storage.put(key, content);
  }

  @Override
  public void putAll(Map<String, byte[]> contents) {
    before.run();
    storage.putAll(contents);
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    before.run();
    return storage.putIfAbsent(key, content);
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    before.run();
    return storage.putIfUnchanged(key, read, content);
  }

  @Override
  public void delete(String key) {
    before.run();
    storage.delete(key);
  }

  @Override
  public boolean deleteIfUnchanged(String key, StoredObject read) {
    before.run();
    return storage.deleteIfUnchanged(key, read);
  }

  @Override
  public void deleteTree(String key) {
    before.run();
    storage.deleteTree(key);
  }

  @Override
  public List<String> list(String key) {
    before.run();
    return storage.list(key);
  }

  @Override
  public List<StoredFile> tree(String key) {
    before.run();
    return storage.tree(key);
  }

  @Override
  public void deleteAll(Collection<String> keys) {
    for (String key : keys) {
      before.run();
      storage.delete(key);
    }
  }

  @Override
  public boolean exists(String key) {
    before.run();
    return storage.exists(key);
  }

  @Override
  public Storage below(String key) {
    return new SteppedStorage(storage.below(key), before);
  }
}
