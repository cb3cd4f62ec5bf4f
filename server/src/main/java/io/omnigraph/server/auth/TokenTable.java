package io.omnigraph.server.auth;

import io.omnigraph.ground.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of the known tokens, by actor. The tokens themselves are not kept.
 *
 * @param digests by actor
 */
public record TokenTable(SortedMap<String, Digest> digests) {

  public TokenTable {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** Whether no token is known. */
  public boolean isEmpty() {
    return digests.isEmpty();
  }

  /**
   * The actor whose token this is. It is compared with every known one, each in constant time, so
   * that the time taken tells nothing.
   */
  public Optional<String> actorOf(byte[] token) {
    byte[] presented = bytes(Digest.of(token));
    Optional<String> actor = Optional.empty();
    for (var known : digests.entrySet()) {
      if (MessageDigest.isEqual(presented, bytes(known.getValue()))) {
        actor = Optional.of(known.getKey());
      }
    }
    return actor;
  }

  private static byte[] bytes(Digest digest) {
    return digest.hex().getBytes(StandardCharsets.US_ASCII);
  }
}
