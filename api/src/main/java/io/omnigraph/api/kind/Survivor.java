package io.omnigraph.api.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Observation.Found;
import io.omnigraph.ground.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of an operation whose process died, and what follows for the ledger. */
public sealed interface Survivor {

  /** What follows is known, and nothing but the ledger has to change for it. */
  sealed interface Settled extends Survivor {}

  /**
   * Something has to be done first, such as clearing away what only this operation can have
   * written: an apply calls {@link FencedOperation#settle}, a plan shows what is expected of it.
   *
   * @param expected what {@link FencedOperation#settle} will come to if nothing goes wrong
   */
  record Unfinished(Settled expected) implements Survivor {}

  /**
   * Nothing moved, or what moved is recorded already, or the intent no longer matters.
   *
   * @param diagnostics what the operator should know, if anything
   */
  record Retire(List<Diagnostic> diagnostics) implements Settled {

    public Retire {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * It was completed but not recorded: the ledger is rolled forward to what is there.
   *
   * @param live what is there, whole, by address: what the operation was about and whatever it
   *     carried along. Composites among the owners are recomputed by the core
   */
  record RollForward(SortedMap<Address, Found> live) implements Settled {

    public RollForward {
      live = Collections.unmodifiableSortedMap(new TreeMap<>(live));
    }
  }

  /** A deletion was completed but not recorded: the resource and all it owns become a tombstone. */
  record RollForwardDelete() implements Settled {}

  /**
   * It cannot be told, or not without a person. The sidecar stays, and until it is gone nothing
   * that belongs to the resource, or is bound to it, is changed.
   *
   * @param affected the resources whose status the finding sets
   * @param status the new status; absent when the statuses stay as they are
   */
  record Pending(
      Diagnostic diagnostic, SortedSet<Address> affected, @Nullable ResourceStatus status)
      implements Settled {

    public Pending {
      affected = Collections.unmodifiableSortedSet(new TreeSet<>(affected));
    }
  }
}
