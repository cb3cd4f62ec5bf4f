package io.omnigraph.ground.storage;

import java.util.Collection;
import java.util.Map;

/**
 * Small objects under one root, replaced atomically.
 *
 * <p>Keys are relative paths with {@code /} between their parts, without a leading {@code /} and
 * without {@code .} or {@code ..} parts. A write that returns normally survives a loss of power; a
 * reader sees an object whole, as it was before a write or after it. Every method throws {@link
 * java.io.UncheckedIOException} when the store cannot do its work, and then either nothing changed
 * or the change is complete; a {@link StorageException} says whether it is known that nothing did.
 * A conditional write whose end is unknown may be asked for again: it happens once at most.
 * Implementations are safe for use by several threads, and the conditional writes decide between
 * processes.
 */
public interface Storage extends StorageView {

  /** Creates or replaces an object. */
  void put(String key, byte[] content);

  /**
   * Creates or replaces objects, at less cost than one after the other where the store can. Not
   * atomic as a whole: when it fails, some may have been written.
   */
  default void putAll(Map<String, byte[]> contents) {
    contents.forEach(this::put);
  }

  /** Creates an object unless the key has one already, and says whether it did. */
  boolean putIfAbsent(String key, byte[] content);

  /**
   * Replaces an object if it is still the one that was read, and says whether it did. An object
   * that is gone counts as changed.
   */
  boolean putIfUnchanged(String key, StoredObject read, byte[] content);

  /** Removes an object; a missing one is fine. */
  void delete(String key);

  /**
   * Removes an object if it is still the one that was read, and says whether it did. Of several who
   * ask, one does.
   */
  boolean deleteIfUnchanged(String key, StoredObject read);

  /** Removes everything below a key, and what stands at the key itself; nothing there is fine. */
  void deleteTree(String key);

  /**
   * Removes the empty directories that are left at and below a key, in stores that have them.
   * Objects stay, and so do the directories that lead to them.
   */
  default void prune(String key) {}

  /**
   * Removes objects, missing ones too, at less cost than one after the other where the store can. A
   * crash may bring some of them back.
   */
  default void deleteAll(Collection<String> keys) {
    keys.forEach(this::delete);
  }

  @Override
  Storage below(String key);
}
