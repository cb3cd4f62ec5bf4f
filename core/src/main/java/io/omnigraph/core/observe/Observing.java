package io.omnigraph.core.observe;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.api.kind.Observation;
import io.omnigraph.api.kind.Observation.Finding;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.ResourceStatus;
import io.omnigraph.core.desired.DesiredState;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerDraft;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Looks at everything declared and writes into a ledger draft what is there. */
final class Observing {

  private final Kinds kinds;
  private final LedgerDraft draft;
  private final LookContext context;
  private final Map<Problem, SortedSet<Address>> problems = new TreeMap<>();

  Observing(Kinds kinds, LedgerDraft draft, LookContext context) {
    this.kinds = kinds;
    this.draft = draft;
    this.context = context;
  }

  /** What could not be looked at, summed up for each section of the configuration. */
  private record Problem(String condition, String section) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * Looks at resources by address. The diagnostics sum up what could not be looked at.
   *
   * @param isStopped whether to look no further; what was seen is then not the whole
   */
  List<Diagnostic> look(DesiredState desired, BooleanSupplier isStopped) {
    for (Declared resource : desired.resources().values()) {
      if (isStopped.getAsBoolean()) {
        break;
      }
      kinds
          .of(resource.address())
          .ifPresent(kind ->
              kind.observe(resource, context).ifPresent(seen -> record(resource, kind, seen)));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    problems.forEach((problem, resources) ->
        diagnostics.add(
            Diagnostic.error(
                problem.condition(),
                problem.section(),
                "%d could not be looked at: %s; `cluster status` shows why"
                    .formatted(resources.size(), String.join(", ", texts(resources))))));
    return diagnostics;
  }

  private static List<String> texts(SortedSet<Address> addresses) {
    return addresses.stream().map(Address::toString).toList();
  }

  private void record(Declared resource, ResourceKind kind, Observation seen) {
    draft.observed(resource.address(), seen.record());
    SortedMap<Address, Found> live = new TreeMap<>();
    for (Finding finding : seen.findings()) {
      Address address = finding.address();
      switch (finding) {
        case Finding.AsDeclared(_, var found) -> {
          live.put(address, found);
          draft.status(address, ResourceStatus.applied());
        }
        case Finding.Drifted(_, var found, var condition, var message) -> {
          live.put(address, found);
          draft.status(address, ResourceStatus.drifted(condition, message));
        }
        case Finding.Missing(_, var condition, var message) -> {
          draft.forget(address);
          draft.status(address, ResourceStatus.drifted(condition, message));
        }
        case Finding.Unreadable(_, var condition, var message) -> {
          draft.status(address, ResourceStatus.error(condition, message));
          problems
              .computeIfAbsent(new Problem(condition, section(kind)), _ -> new TreeSet<>())
              .add(kinds.rootOf(address));
        }
      }
    }
    draft.found(live);
  }

  private static String section(ResourceKind kind) {
    return kind.keys().stream().findFirst().map(ConfigKey::section).orElse(kind.name());
  }
}
