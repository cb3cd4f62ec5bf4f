package io.omnigraph.api.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.ground.Digest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was applied.
 *
 * @param address of the resource
 * @param digest that the ledger records
 * @param attributes that the ledger records beside it
 * @param payload the catalog's content, already found to have that digest; absent for kinds that
 *     publish none
 */
public record AppliedResource(
    Address address,
    Digest digest,
    SortedMap<String, JsonNode> attributes,
    @Nullable String payload) {

  public AppliedResource {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}
