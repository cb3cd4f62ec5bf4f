package io.omnigraph.plugin.schema.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.lint.Finding;
import io.omnigraph.schema.lint.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What lint found.
 *
 * @param kind of what was looked at: {@code file} or {@code graph}
 * @param place its path or URI
 */
public record SchemaLintReport(String kind, String place, List<Finding> findings) {

  public SchemaLintReport {
    findings = List.copyOf(findings);
  }

  /** Whether there is no error among the findings. */
  public boolean isOk() {
    return count(Severity.ERROR) == 0;
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("status", isOk() ? "ok" : "error");
    json.putObject("schema_source")
        .put("kind", kind)
        .put(kind.equals("file") ? "path" : "uri", place);
    json.put("errors", count(Severity.ERROR))
        .put("warnings", count(Severity.WARNING))
        .put("infos", count(Severity.INFO));
    ArrayNode list = json.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode each =
          list.addObject()
              .put("severity", finding.severity().word())
              .put("code", finding.code())
              .put("message", finding.message());
      if (finding.span() != null) {
        each.put("line", finding.span().line()).put("column", finding.span().column());
      }
    }
    return json;
  }

  /** The report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(findings.stream().map(Finding::line).toList());
    lines.add(
        "INFO  Lint complete: %d error(s), %d warning(s), %d info item(s)"
            .formatted(count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO)));
    return lines;
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
