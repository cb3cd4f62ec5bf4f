package io.omnigraph.core.session;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.fault.InjectedFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one run of a command has found so far, in the order of reporting. Made by whoever runs the
 * command, and returned beside the outcome. One thread.
 */
public final class Findings {

  private final List<Diagnostic> all;

  Findings(List<Diagnostic> earlier) {
    this.all = new ArrayList<>(earlier);
  }

  /** Everything found so far. */
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /** Whether something is wrong. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** Adds a finding. */
  public void add(Diagnostic finding) {
    all.add(finding);
  }

  /** Adds findings. */
  public void addAll(Collection<Diagnostic> more) {
    all.addAll(more);
  }

  /** Adds a finding, unless it was reported before. */
  void addOnce(Diagnostic finding) {
    if (!all.contains(finding)) {
      all.add(finding);
    }
  }

  /** Adds that a test made a step fail. */
  public void add(InjectedFault fault) {
    add(Diagnostic.error("injected_failpoint", fault.point(), String.valueOf(fault.getMessage())));
  }

  /**
   * Does some work, unless a test makes it fail.
   *
   * @param otherwise what the work came to when it failed; asked after that was reported
   */
  public <T> T unlessFailed(Supplier<T> work, Supplier<T> otherwise) {
    try {
      return work.get();
    } catch (InjectedFault fault) {
      add(fault);
      return otherwise.get();
    }
  }

  /** Does a step, and says whether it was done: a test may make it fail. */
  public boolean succeeds(Runnable step) {
    return unlessFailed(
        () -> {
          step.run();
          return true;
        },
        () -> false);
  }
}
