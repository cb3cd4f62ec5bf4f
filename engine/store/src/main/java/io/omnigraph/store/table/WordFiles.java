package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.text.WordIndex;
import io.omnigraph.graph.text.WordIndexFormat;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import java.util.Optional;

/**
 * Word indexes in files beside the data that they are of: {@code <dataset>/_words/<name of the data
 * file>.<column>}. What is in such a file follows from its data file alone, which never changes, so
 * nothing points to it, and a missing or damaged one is as good as none.
 */
public final class WordFiles {

  /** The directory in a dataset that the files are in. */
  public static final String DIRECTORY = "_words";

  /** Words of fewer rows are cut anew faster than a file is looked for. */
  private static final int FEWEST_ROWS = 4096;

  private static final String DATA = "/data/";

  private final Storage storage;

  WordFiles(Storage storage) {
    this.storage = storage;
  }

  /**
   * The name of the data file that a word file belongs to: without it, it is of no use.
   *
   * @param name of the word file in its directory
   */
  public static String dataFile(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  Optional<WordIndex> read(LanceFragment fragment, ColumnSpec column) {
    if (fragment.rows() < FEWEST_ROWS) {
      return Optional.empty();
    }
    return storage
        .get(key(fragment, column))
        .map(StoredObject::content)
        .flatMap(bytes -> WordIndexFormat.read(bytes, fragment.rows()));
  }

  /** Whether a file is worth while and not there. */
  boolean isDue(LanceFragment fragment, ColumnSpec column) {
    return fragment.rows() >= FEWEST_ROWS && !storage.exists(key(fragment, column));
  }

  /** Writes a file durably. */
  boolean write(LanceFragment fragment, ColumnSpec column, WordIndex words) {
    storage.put(key(fragment, column), WordIndexFormat.write(words));
    return true;
  }

  private static String key(LanceFragment fragment, ColumnSpec column) {
    int data = fragment.file().lastIndexOf(DATA);
    return "%s/%s/%s.%s"
        .formatted(
            fragment.file().substring(0, data),
            DIRECTORY,
            fragment.file().substring(data + DATA.length()),
            column.name());
  }
}
