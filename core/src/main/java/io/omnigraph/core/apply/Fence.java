package io.omnigraph.core.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.ControlContext;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.core.fault.ControlPoints;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.recovery.Sidecar;
import io.omnigraph.core.session.Session;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.InjectedFault;
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
  private final RunningPlan plan;
  private final ControlContext context;
  private final @Nullable String ledgerCas;
  private final List<String> completed = new ArrayList<>();

  Fence(Session session, RunningPlan plan, ControlContext context, @Nullable String ledgerCas) {
    this.session = session;
    this.plan = plan;
    this.context = context;
    this.ledgerCas = ledgerCas;
  }

  /** The sidecars that may go as soon as the ledger says what their operations did. */
  List<String> completed() {
    return List.copyOf(completed);
  }

  /**
   * Carries out a change.
   *
   * @param approvalId of the approval that it uses; absent when it needs none
   */
  void execute(Change change, @Nullable String approvalId) {
    FencedOperation operation = operation(change);
    switch (operation.prepare(change, context)) {
      case FencedOperation.Preparation.Refused(var reason) -> fail(change, operation, reason);
      case FencedOperation.Preparation.Ready(var intent) ->
          fenced(change, operation, sidecar(operation, intent, approvalId));
    }
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

  private void fenced(Change change, FencedOperation operation, Sidecar sidecar) {
    session.reached(ControlPoints.BEFORE_SIDECAR);
    if (!write(sidecar)) {
      plan.failedWithFamily(change.address(), failure(operation));
      return;
    }
    try {
      session.reached(ControlPoints.beforeOperation(operation.name()));
    } catch (InjectedFault fault) {
      session.report(fault);
      plan.failedWithFamily(change.address(), failure(operation));
      return;
    }
    if (session.isStopped()) {
      // Nothing was moved yet; what is not done is blocked by whoever carries out the plan.
      session.remove(sidecar.id());
      return;
    }
    Optional<Diagnostic> changedSource = changedSource(change, operation);
    if (changedSource.isPresent()) {
      session.remove(sidecar.id());
      fail(change, operation, changedSource.get());
      return;
    }
    switch (operation.execute(change, sidecar.intent(), context)) {
      case FencedOperation.Result.Done(var outcome) -> {
        session.reached(ControlPoints.BEFORE_SIDECAR_REWRITE);
        write(sidecar.with(outcome));
        completed.add(sidecar.id());
        plan.done(change);
        session.reached(ControlPoints.afterOperation(operation.name()));
      }
      case FencedOperation.Result.Refused(var reason) -> {
        session.remove(sidecar.id());
        fail(change, operation, reason);
      }
      case FencedOperation.Result.Failed(var reason) -> fail(change, operation, reason);
    }
  }

  private boolean write(Sidecar sidecar) {
    try {
      session.stores().sidecars().write(sidecar);
      return true;
    } catch (UncheckedIOException e) {
      String place = session.stores().sidecars().locate(sidecar.id());
      session.report(
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
            return Optional.of(contentChanged(each.address()));
          }
          case SourceCheck.Unreadable(var message) -> {
            return Optional.of(
                Diagnostic.error(failure(operation), change.address().toString(), message));
          }
        }
      }
    }
    return Optional.empty();
  }

  static Diagnostic contentChanged(Address address) {
    String message = "the declared file was edited during the run; run `cluster apply` again";
    return Diagnostic.error("resource_content_changed", address.toString(), message);
  }

  private void fail(Change change, FencedOperation operation, Diagnostic reason) {
    session.report(reason);
    plan.failedWithFamily(change.address(), failure(operation));
  }

  private static String failure(FencedOperation operation) {
    return operation.name() + "_failed";
  }

  private Kinds kinds() {
    return session.workspace().kinds();
  }
}
