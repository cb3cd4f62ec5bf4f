package io.omnigraph.ground.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** Opens directories of the local file system. */
public final class FileStorageProvider implements StorageProvider {

  /** Called by {@link java.util.ServiceLoader}. */
  public FileStorageProvider() {}

  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public Storage open(String location) {
    return open(location, DiskFlush.usual());
  }

  @Override
  public Storage open(String location, DiskFlush flush) {
    return new FileStorage(Path.of(URI.create(location)).toAbsolutePath(), flush);
  }
}
