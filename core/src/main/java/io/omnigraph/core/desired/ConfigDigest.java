package io.omnigraph.core.desired;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.ground.Digest;
import java.util.SortedMap;

/** The digest of a whole configuration (docs/reference/cluster.md §4.1). */
final class ConfigDigest {

  private static final char END = '\0';

  private ConfigDigest() {}

  /**
   * The digest.
   *
   * @param canonical form of {@code cluster.yaml}
   * @param resources all with digests
   */
  static Digest of(String canonical, SortedMap<Address, Declared> resources) {
    StringBuilder hashed = new StringBuilder("cluster-config").append(END);
    hashed.append(canonical).append(END);
    resources.forEach((address, resource) ->
        hashed.append(address).append(END).append(resource.digest()).append(END));
    return Digest.of(hashed.toString());
  }
}
