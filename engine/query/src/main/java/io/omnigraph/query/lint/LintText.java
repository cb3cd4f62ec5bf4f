package io.omnigraph.query.lint;

import io.omnigraph.query.lint.LintReport.Finding;
import io.omnigraph.query.lint.LintReport.QueryResult;
import java.util.Locale;
import java.util.StringJoiner;

/** Lint reports for people. */
public final class LintText {

  private LintText() {}

  /** The report, one line for each thing, without a final line end. */
  public static String of(LintReport report) {
    StringJoiner lines = new StringJoiner("\n");
    for (QueryResult result : report.results()) {
      String title = "query `" + result.name() + "`";
      lines.add(
          result.error() == null
              ? "OK    " + title + " (" + result.kind() + ")"
              : "ERROR " + title + ": " + result.error() + "\n" + result.place());
      result.warnings().forEach(warning -> lines.add("WARN  " + title + ": " + warning));
    }
    for (Finding finding : report.findings()) {
      lines.add(word(finding.severity()) + finding.message());
    }
    lines.add(
        "INFO  Lint complete: %d queries processed (%d error(s), %d warning(s), %d info item(s))"
            .formatted(
                report.queriesProcessed(), report.errors(), report.warnings(), report.infos()));
    return lines.toString();
  }

  private static String word(String severity) {
    return severity.equals(LintReport.WARNING) ? "WARN  " : severity.toUpperCase(Locale.ROOT) + " ";
  }
}
