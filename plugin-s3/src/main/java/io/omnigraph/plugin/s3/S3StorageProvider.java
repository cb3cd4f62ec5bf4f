package io.omnigraph.plugin.s3;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageProvider;
import java.util.Set;

/**
 * Opens {@code s3://bucket/prefix}. Credentials, region and endpoint come from the environment
 * (docs/reference/graph-engine.md §1.1); nothing of the client is loaded before the first location
 * is opened.
 */
public final class S3StorageProvider implements StorageProvider {

  private static final String SCHEME = "s3";

  /** Called by {@link java.util.ServiceLoader}. */
  public S3StorageProvider() {}

  @Override
  public Set<String> schemes() {
    return Set.of(SCHEME);
  }

  @Override
  public Storage open(String location) {
    String path = location.substring(SCHEME.length() + "://".length());
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String prefix = slash < 0 ? "" : path.substring(slash + 1);
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException(
          "`%s` names no bucket; write s3://BUCKET/PREFIX".formatted(location));
    }
    return new S3Storage(S3Clients.ofProcess(), bucket, prefix);
  }
}
