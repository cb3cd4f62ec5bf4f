package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource as the ledger records it: what was applied last. Always whole, so whoever records a
 * resource says all of it, or leaves the entry alone.
 *
 * @param digest of what was applied
 * @param attributes what else was recorded, by name
 * @param dependsOn the resources that had to be applied before this one
 */
public record Recorded(
    Digest digest, SortedMap<String, JsonNode> attributes, SortedSet<Address> dependsOn) {

  /** The field of the digest; no attribute may have this name. */
  public static final String DIGEST = "digest";

  /** The field of the dependencies, left out where there are none; no attribute's name either. */
  public static final String DEPENDS_ON = "depends_on";

  public Recorded {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
  }

  /**
   * The entry of a resource that was applied as it is declared.
   *
   * @throws IllegalStateException when the digest is yet to be composed
   */
  public static Recorded of(Declared declared) {
    Digest digest = declared.digest();
    if (digest == null) {
      throw new IllegalStateException(declared.address() + " has no digest of its own");
    }
    return new Recorded(digest, declared.attributes(), declared.dependsOn());
  }

  /** The same entry with another digest. */
  public Recorded withDigest(Digest other) {
    return new Recorded(other, attributes, dependsOn);
  }

  /** The form that the ledger has of it, and that an intent may carry. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put(DIGEST, digest.hex());
    attributes.forEach(json::set);
    if (!dependsOn.isEmpty()) {
      ArrayNode dependencies = json.putArray(DEPENDS_ON);
      dependsOn.forEach(address -> dependencies.add(address.toString()));
    }
    return json;
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException when it is not that; the message begins with the field
   */
  public static Recorded read(ObjectNode json) {
    Digest digest =
        Digest.parse(json.path(DIGEST).asText())
            .orElseThrow(() -> wrong(DIGEST, "a digest of 64 hexadecimal digits"));
    SortedMap<String, JsonNode> attributes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!field.getKey().equals(DIGEST) && !field.getKey().equals(DEPENDS_ON)) {
        attributes.put(field.getKey(), field.getValue());
      }
    }
    return new Recorded(digest, attributes, dependencies(json));
  }

  private static SortedSet<Address> dependencies(ObjectNode json) {
    SortedSet<Address> dependencies = new TreeSet<>();
    if (json.has(DEPENDS_ON) && !json.path(DEPENDS_ON).isArray()) {
      throw wrong(DEPENDS_ON, "a list of resource addresses");
    }
    for (JsonNode address : json.path(DEPENDS_ON)) {
      dependencies.add(
          Address.parse(address.asText())
              .orElseThrow(() -> wrong(DEPENDS_ON, "a list of resource addresses")));
    }
    return dependencies;
  }

  private static IllegalArgumentException wrong(String field, String expected) {
    return new IllegalArgumentException("`" + field + "` must be " + expected);
  }
}
