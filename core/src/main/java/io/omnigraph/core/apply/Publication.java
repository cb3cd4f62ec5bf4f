package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.catalog.Catalog;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Carries out recorded creates and updates: publishes their payloads, where they have any. */
final class Publication {

  private final Session session;
  private final Findings findings;
  private final RunningPlan plan;

  Publication(Session session, Findings findings, RunningPlan plan) {
    this.session = session;
    this.findings = findings;
    this.plan = plan;
  }

  /** Publishes one and says whether it did; if not, it is blocked with what depends on it. */
  boolean publish(Change change) {
    Optional<Reason> problem =
        catalog().holds(change.address()) ? problem(change) : Optional.empty();
    problem.ifPresent(reason -> plan.failed(change.address(), reason));
    return problem.isEmpty();
  }

  /** Why a change could not be published; that is reported. */
  private Optional<Reason> problem(Change change) {
    Address address = change.address();
    Optional<SourceFile> source = SourceCheck.sourceOf(change);
    if (source.isEmpty()) {
      return unwritten(address, "the resource has no file to publish");
    }
    return switch (SourceCheck.of(source.get())) {
      case SourceCheck.Same _ -> publish(address, source.get().bytes());
      case SourceCheck.Changed _ -> {
        findings.add(SourceCheck.contentChanged(address));
        yield Optional.of(Reason.Source.RESOURCE_CONTENT_CHANGED);
      }
      case SourceCheck.Unreadable(var message) -> unwritten(address, message);
    };
  }

  private Optional<Reason> publish(Address address, byte[] content) {
    try {
      catalog().publish(address, content);
    } catch (UncheckedIOException e) {
      return unwritten(address, String.valueOf(e.getMessage()));
    }
    session.reached(ControlPoints.AFTER_PAYLOAD);
    return Optional.empty();
  }

  private Optional<Reason> unwritten(Address address, String message) {
    Reason reason = Reason.Source.RESOURCE_PAYLOAD_WRITE_ERROR;
    findings.add(Diagnostic.error(reason.word(), address.toString(), message));
    return Optional.of(reason);
  }

  private Catalog catalog() {
    return session.stores().catalog();
  }
}
