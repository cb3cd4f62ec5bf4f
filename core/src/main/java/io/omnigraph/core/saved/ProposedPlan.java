package io.omnigraph.core.saved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.report.PlanReport;
import io.omnigraph.core.report.Report;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A plan as it is shown, and in the form that can be kept and carried out later.
 *
 * @param saved empty when no plan could be made
 */
public record ProposedPlan(PlanReport report, Optional<SavedPlan> saved) implements Report {

  /** A plan of a session. */
  public static ProposedPlan of(Session session, PlanReport report, Foreseen foreseen) {
    return new ProposedPlan(
        report,
        report.isOk()
            ? foreseen.basis().map(basis -> SavedPlan.of(session, foreseen, basis))
            : Optional.empty());
  }

  /** Whether an apply would do anything, or leave anything undone. */
  public boolean hasChanges() {
    return !report.plan().changes().isEmpty();
  }

  @Override
  public boolean isOk() {
    return report.isOk();
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return report.diagnostics();
  }

  @Override
  public ObjectNode json() {
    return report.json();
  }

  @Override
  public String text() {
    return report.text();
  }
}
