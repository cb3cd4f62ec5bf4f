package io.omnigraph.core.session;

import io.omnigraph.core.report.StateObservations;
import io.omnigraph.ground.Diagnostic;
import java.util.List;

/**
 * One run of a command, at its end.
 *
 * @param outcome what it came to
 * @param observations what was seen of ledger and lock
 * @param findings everything found, in the order of reporting
 */
public record Ended<T>(T outcome, StateObservations observations, List<Diagnostic> findings) {

  public Ended {
    findings = List.copyOf(findings);
  }
}
