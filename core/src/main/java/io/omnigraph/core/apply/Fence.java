package io.omnigraph.core.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.ledger.LedgerRead;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.core.recovery.Sidecar;
import io.omnigraph.core.session.Closing;
import io.omnigraph.core.session.Findings;
import io.omnigraph.core.session.Found;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out fenced operations: sidecar, operation, sidecar with the outcome. What fails is
 * blocked in the running plan with everything that depends on it; the rest of the run goes on.
 */
final class Fence {

  private final Session session;
  private final Findings findings;
  private final RunningPlan plan;
  private final ControlContext context;
  private final @Nullable String ledgerCas;

  Fence(Session session, Findings findings, RunningPlan plan, Found<ControlContext> found) {
    this.session = session;
    this.findings = findings;
    this.plan = plan;
    this.context = found.context();
    this.ledgerCas = found.standing().read().found().map(LedgerRead::cas).orElse(null);
  }

  /**
   * Carries out a change.
   *
   * @param approvalId of the approval that it uses; absent when it needs none
   * @return the sidecar that may go as soon as the ledger says what was done; empty when nothing
   *     was
   */
  Optional<String> execute(Change change, @Nullable String approvalId) {
    FencedOperation operation = operation(change);
    return switch (operation.prepare(change, context)) {
      case FencedOperation.Preparation.Refused(var reason) -> failed(change, operation, reason);
      case FencedOperation.Preparation.Ready(var intent) ->
          fenced(change, operation, sidecar(operation, intent, approvalId));
    };
  }

  private FencedOperation operation(Change change) {
    FencedOperation operation =
        kinds()
            .of(change.address())
            .map(kind -> kind.fencedOperations().get(change.operation()))
            .orElse(null);
    if (operation == null) {
      throw new IllegalStateException(
          "the kind " + change.address().kind() + " has no operation to " + change.operation());
    }
    return operation;
  }

  private Sidecar sidecar(FencedOperation operation, ObjectNode intent, @Nullable String approval) {
    Sidecar.Run run =
        new Sidecar.Run(
            context.clock().instant().toString(),
            context.actor().orElse(null),
            ledgerCas,
            approval);
    return new Sidecar(session.workspace().ids().get(), run, operation.name(), intent);
  }

  private Optional<String> fenced(Change change, FencedOperation operation, Sidecar sidecar) {
    session.reached(ControlPoints.BEFORE_SIDECAR);
    if (!write(sidecar)
        || !findings.succeeds(
            () -> session.reached(ControlPoints.beforeOperation(operation.name())))) {
      plan.failedWithFamily(change.address(), failure(operation));
      return Optional.empty();
    }
    if (session.isStopped(findings)) {
      // Nothing was moved yet; what is not done is blocked by whoever carries out the plan.
      remove(sidecar);
      return Optional.empty();
    }
    Optional<Diagnostic> changedSource = changedSource(change, operation);
    if (changedSource.isPresent()) {
      remove(sidecar);
      return failed(change, operation, changedSource.get());
    }
    return switch (operation.execute(change, sidecar.intent(), context)) {
      case FencedOperation.Result.Done(var outcome) -> {
        session.reached(ControlPoints.BEFORE_SIDECAR_REWRITE);
        write(sidecar.with(outcome));
        session.reached(ControlPoints.afterOperation(operation.name()));
        yield Optional.of(sidecar.id());
      }
      case FencedOperation.Result.Refused(var reason) -> {
        remove(sidecar);
        yield failed(change, operation, reason);
      }
      case FencedOperation.Result.Failed(var reason) -> failed(change, operation, reason);
    };
  }

  private void remove(Sidecar sidecar) {
    new Closing(session, findings).remove(sidecar.id());
  }

  private boolean write(Sidecar sidecar) {
    try {
      session.stores().sidecars().write(sidecar);
      return true;
    } catch (UncheckedIOException e) {
      String place = session.stores().sidecars().locate(sidecar.id());
      findings.add(
          Diagnostic.error("recovery_sidecar_write_error", place, String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** What is wrong with the files that the operation is about to use; empty when nothing is. */
  private Optional<Diagnostic> changedSource(Change change, FencedOperation operation) {
    List<Change> sources = new ArrayList<>(List.of(change));
    sources.addAll(plan.carriedBy(change));
    for (Change each : sources) {
      Optional<SourceCheck> check = SourceCheck.sourceOf(each).map(SourceCheck::of);
      if (check.isPresent()) {
        switch (check.get()) {
          case SourceCheck.Same _ -> {}
          case SourceCheck.Changed _ -> {
            return Optional.of(SourceCheck.contentChanged(each.address()));
          }
          case SourceCheck.Unreadable(var message) -> {
            return Optional.of(
                Diagnostic.error(failure(operation).word(), change.address().toString(), message));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> failed(Change change, FencedOperation operation, Diagnostic reason) {
    findings.add(reason);
    plan.failedWithFamily(change.address(), failure(operation));
    return Optional.empty();
  }

  private static Reason failure(FencedOperation operation) {
    return new Reason.Failed(operation.name());
  }

  private Kinds kinds() {
    return session.kinds();
  }
}
