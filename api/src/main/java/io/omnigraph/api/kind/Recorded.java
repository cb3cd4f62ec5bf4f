package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Digest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A resource as the ledger records it: what was applied last.
 *
 * @param digest of what was applied
 * @param attributes what else was recorded, by name
 */
public record Recorded(Digest digest, SortedMap<String, JsonNode> attributes) {

  public Recorded {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** An entry without attributes. */
  public static Recorded of(Digest digest) {
    return new Recorded(digest, Collections.emptySortedMap());
  }
}
