package io.omnigraph.core.report;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import java.util.SortedMap;

/** A text for people, line by line. */
final class Lines {

  private static final String EXCERPT_INDENT = "    ";

  private final StringBuilder text = new StringBuilder();

  Lines line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Each finding on a line of its own, with its place in a source text below it. */
  Lines diagnostics(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::diagnostic);
    return this;
  }

  private void diagnostic(Diagnostic diagnostic) {
    String severity =
        switch (diagnostic.severity()) {
          case ERROR -> "ERROR ";
          case WARNING -> "WARN  ";
        };
    line(severity + diagnostic.code() + " " + diagnostic.path() + ": " + diagnostic.message());
    SourceSpan span = diagnostic.span();
    if (span != null) {
      line(EXCERPT_INDENT + span.place());
      span.excerpt().lines().forEach(excerpt -> line(EXCERPT_INDENT + excerpt));
    }
    Diagnostic.Repair repair = diagnostic.repair();
    if (repair != null && repair.fix() != null) {
      line(EXCERPT_INDENT + "fix: " + repair.fix());
    }
  }

  /** One line for each resource that is not as it was applied. */
  Lines unsettled(SortedMap<Address, ResourceStatus> statuses) {
    statuses.forEach((address, status) -> {
      if (!status.equals(ResourceStatus.applied())) {
        String why =
            status.conditions().isEmpty()
                ? ""
                : " (" + String.join(", ", status.conditions()) + ")";
        line("  " + address + ": " + status.state().word() + why);
      }
    });
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
