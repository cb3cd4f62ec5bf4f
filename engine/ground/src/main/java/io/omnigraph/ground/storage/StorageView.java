package io.omnigraph.ground.storage;

import java.util.List;
import java.util.Optional;

/** What can be seen of a {@link Storage}, which says more about keys, and how it fails. */
public interface StorageView {

  /** The root in the form that is shown to people: an absolute path, or a URI. No final slash. */
  String root();

  /** Where a key lies, in the form that is shown to people. */
  default String locate(String key) {
    return root() + "/" + key;
  }

  /** The object at a key; empty when there is none. */
  Optional<StoredObject> get(String key);

  /**
   * The names of the objects directly below a key, sorted. A missing directory has none. Unfinished
   * writes are not listed.
   */
  List<String> list(String key);

  /**
   * Every object at any depth below a key, sorted, unfinished writes included. Objects that come or
   * go meanwhile may be in it or not.
   *
   * @throws UnsupportedOperationException when the store cannot tell
   */
  default List<StoredFile> tree(String key) {
    throw new UnsupportedOperationException("%s cannot list what is below it".formatted(root()));
  }

  /**
   * The writes at any depth below a key that have not ended, or whose process died; for stores
   * whose writes leave nothing of the sort, none.
   */
  default List<StoredFile> unfinished(String key) {
    return List.of();
  }

  /** Whether anything stands at a key or below it. */
  boolean exists(String key);

  /** The store whose root is a key of this one. */
  StorageView below(String key);
}
