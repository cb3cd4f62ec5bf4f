package io.omnigraph.core.recovery;

import io.omnigraph.ground.Digest;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A store that shows another one and keeps every change to itself: what would be, without doing it.
 * Used by one thread.
 */
public final class TrialStorage implements Storage {

  private final Storage real;
  private final String prefix;
  private final Map<String, Optional<StoredObject>> changed;

  /** A trial upon a store. */
  public TrialStorage(Storage real) {
    this(real, "", new TreeMap<>());
  }

  private TrialStorage(Storage real, String prefix, Map<String, Optional<StoredObject>> changed) {
    this.real = real;
    this.prefix = prefix;
    this.changed = changed;
  }

  @Override
  public String root() {
    return prefix.isEmpty() ? real.root() : real.locate(prefix.substring(0, prefix.length() - 1));
  }

  @Override
  public Optional<StoredObject> get(String key) {
    Optional<StoredObject> known = changed.get(prefix + key);
    if (known != null) {
      return known;
    }
    return isRemoved(prefix + key) ? Optional.empty() : real.get(prefix + key);
  }

  @Override
  public void put(String key, byte[] content) {
    changed.put(prefix + key, Optional.of(new StoredObject(content, Digest.of(content).hex())));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    if (get(key).isPresent()) {
      return false;
    }
    put(key, content);
    return true;
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    if (get(key).filter(now -> now.token().equals(read.token())).isEmpty()) {
      return false;
    }
    put(key, content);
    return true;
  }

  @Override
  public void delete(String key) {
    changed.put(prefix + key, Optional.empty());
  }

  @Override
  public void deleteTree(String key) {
    changed.keySet().removeIf(other -> other.startsWith(prefix + key + "/"));
    delete(key);
  }

  @Override
  public List<String> list(String key) {
    String folder = key.isEmpty() ? prefix : prefix + key + "/";
    TreeSet<String> names = new TreeSet<>();
    if (key.isEmpty() || !isRemoved(prefix + key)) {
      names.addAll(prefix.isEmpty() ? real.list(key) : below().list(key));
    }
    changed.forEach((other, content) -> {
      String name = other.startsWith(folder) ? other.substring(folder.length()) : "/";
      if (!name.contains("/") && content.isPresent()) {
        names.add(name);
      } else if (content.isEmpty()) {
        names.remove(name);
      }
    });
    return List.copyOf(names);
  }

  @Override
  public boolean exists(String key) {
    String path = prefix + key;
    boolean isWritten =
        changed.entrySet().stream()
            .filter(entry -> entry.getValue().isPresent())
            .anyMatch(entry -> (entry.getKey() + "/").startsWith(path + "/"));
    return isWritten || (!isRemoved(path) && real.exists(path));
  }

  @Override
  public Storage below(String key) {
    return new TrialStorage(real, prefix + key + "/", changed);
  }

  private Storage below() {
    return real.below(prefix.substring(0, prefix.length() - 1));
  }

  private boolean isRemoved(String path) {
    return changed.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .anyMatch(entry -> (path + "/").startsWith(entry.getKey() + "/"));
  }
}
