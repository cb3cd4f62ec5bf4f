package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Diagnostic;
import java.util.List;

/** What a cluster command answers. Immutable. */
public interface Report {

  /** Whether the command did what was asked: the process ends with 0, else with 1. */
  boolean isOk();

  /** Every finding, in the order of reporting. */
  List<Diagnostic> diagnostics();

  /** The report as one JSON object, fields in the specified order. */
  ObjectNode json();

  /** The report for people, diagnostics included; lines end with {@code \n}. */
  String text();
}
