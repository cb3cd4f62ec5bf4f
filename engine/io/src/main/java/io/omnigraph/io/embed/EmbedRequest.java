package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/**
 * What to do.
 *
 * @param types of rows that are selected; empty for all
 * @param selectors one of which a selected row must match; empty for all rows
 */
public record EmbedRequest(
    Path input,
    Path output,
    EmbedSpec spec,
    EmbedMode mode,
    List<String> types,
    List<Selector> selectors) {

  public EmbedRequest {
    types = List.copyOf(types);
    selectors = List.copyOf(selectors);
  }

  boolean selects(String type, JsonNode data) {
    return (types.isEmpty() || types.contains(type))
        && (selectors.isEmpty() || selectors.stream().anyMatch(s -> s.matches(type, data)));
  }
}
