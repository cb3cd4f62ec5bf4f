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
 */
public record Preview(
    String field, @Nullable JsonNode json, List<String> lines, List<Diagnostic> diagnostics) {

  public Preview {
    lines = List.copyOf(lines);
    diagnostics = List.copyOf(diagnostics);
  }
}
