package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exactly a change would do, worked out without doing it.
 *
 * @param field the field of the change in JSON output, such as {@code migration}
 * @param json its value; absent when the preview could not be made, and then a diagnostic says why
 * @param lines the same for people, one step a line, without indentation
 * @param diagnostics findings that came up; none of them changes what the plan does
 * @param state names the state of the world that it was worked out from, such as a version of a
 *     graph; absent when it looked at nothing but the declaration and the ledger
 */
public record Preview(
    String field,
    @Nullable JsonNode json,
    List<String> lines,
    List<Diagnostic> diagnostics,
    @Nullable String state) {

  public Preview {
    lines = List.copyOf(lines);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A preview that looked at nothing but the declaration and the ledger. */
  public Preview(
      String field, @Nullable JsonNode json, List<String> lines, List<Diagnostic> diagnostics) {
    this(field, json, lines, diagnostics, null);
  }
}
