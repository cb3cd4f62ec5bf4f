package io.omnigraph.ground.storage;

import java.util.Set;

/**
 * Opens stores of one or more URI schemes. Found through {@link java.util.ServiceLoader}; made once
 * and kept; must be safe for use by several threads.
 */
public interface StorageProvider {

  /** The URI schemes that it opens, lower-case: {@code file}, {@code s3}, … */
  Set<String> schemes();

  /**
   * Opens the store at a location. Nothing is created until something is written.
   *
   * @param location a URI of one of its schemes, without a final slash; for {@code file} also a
   *     plain absolute path
   * @throws IllegalArgumentException when the location is malformed; the message says how
   */
  Storage open(String location);

  /**
   * Opens it likewise; who keeps files on a disk of this machine brings them there in a given way.
   */
  default Storage open(String location, DiskFlush flush) {
    return open(location);
  }
}
