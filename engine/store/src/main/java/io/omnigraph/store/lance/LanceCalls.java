package io.omnigraph.store.lance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.ground.storage.DiskFlush;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Calls of Lance. What it throws says much about its own insides and little about the graph; here
 * it becomes damage, when a file that must be there is not or makes no sense, or a failure of the
 * store.
 */
record LanceCalls(String root, DiskFlush flush) {

  private static final String LANCE = "org.lance.";

  /** Something that may ask Lance. */
  @FunctionalInterface
  interface Work<T> {

    T run() throws IOException;
  }

  /**
   * Reads.
   *
   * @param files that are needed, relative to the root
   */
  <T> T reading(Collection<String> files, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw unread(files, e);
    } catch (RuntimeException e) {
      throw isOfLance(e) ? unread(files, e) : e;
    }
  }

  /** Writes to a dataset. */
  <T> T writing(String dataset, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw unwritten(dataset, e);
    } catch (RuntimeException e) {
      throw isOfLance(e) ? unwritten(dataset, e) : e;
    }
  }

  /** Rows could not be written to a dataset. */
  StorageException unwritten(String dataset, Throwable cause) {
    return StorageException.of(
        "cannot write to",
        root + "/" + dataset,
        dataset,
        "its files could not be written",
        new IOException(cause));
  }

  /** Whether the files are on a disk of this machine. */
  boolean isHere() {
    return !root.contains("://");
  }

  private RuntimeException unread(Collection<String> files, Exception cause) {
    Storage storage = Storages.open(root, flush);
    for (String file : files) {
      if (!storage.exists(file)) {
        return new DamagedGraphException("file `" + file + "` not found", cause);
      }
    }
    String first = files.iterator().next();
    if (isHere() && files.stream().allMatch(file -> Files.isReadable(Path.of(root, file)))) {
      return new DamagedGraphException(
          "file `" + first + "` cannot be understood: it is cut short or was changed", cause);
    }
    return StorageException.of(
        "cannot read",
        root + "/" + first,
        first,
        isHere() ? "permission denied" : "the store did not give it",
        new IOException(cause));
  }

  /** Everything else that is thrown on the way is a fault of the program. */
  private static boolean isOfLance(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .limit(1)
        .anyMatch(frame -> frame.getClassName().startsWith(LANCE));
  }
}
