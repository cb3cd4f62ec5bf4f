package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.catalog.Catalog;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Carries out recorded creates and updates: publishes their payloads, where they have any. */
final class Publication {

  private static final String WRITE_ERROR = "resource_payload_write_error";

  private final Session session;
  private final RunningPlan plan;

  Publication(Session session, RunningPlan plan) {
    this.session = session;
    this.plan = plan;
  }

  /** Publishes one; when that fails it is blocked with what depends on it. */
  void publish(Change change) {
    Optional<Diagnostic> problem =
        catalog().holds(change.address()) ? problem(change) : Optional.empty();
    if (problem.isEmpty()) {
      plan.done(change);
      return;
    }
    session.report(problem.get());
    plan.failed(change.address(), problem.get().code());
  }

  private Optional<Diagnostic> problem(Change change) {
    Optional<SourceFile> source = SourceCheck.sourceOf(change);
    if (source.isEmpty()) {
      return Optional.of(writeError(change.address(), "the resource has no file to publish"));
    }
    return switch (SourceCheck.of(source.get())) {
      case SourceCheck.Same _ -> publish(change.address(), source.get().bytes());
      case SourceCheck.Changed _ -> Optional.of(Fence.contentChanged(change.address()));
      case SourceCheck.Unreadable(var message) ->
          Optional.of(writeError(change.address(), message));
    };
  }

  private Optional<Diagnostic> publish(Address address, byte[] content) {
    try {
      catalog().publish(address, content);
    } catch (UncheckedIOException e) {
      return Optional.of(writeError(address, String.valueOf(e.getMessage())));
    }
    session.reached(ControlPoints.AFTER_PAYLOAD);
    return Optional.empty();
  }

  private static Diagnostic writeError(Address address, String message) {
    return Diagnostic.error(WRITE_ERROR, address.toString(), message);
  }

  private Catalog catalog() {
    return session.stores().catalog();
  }
}
