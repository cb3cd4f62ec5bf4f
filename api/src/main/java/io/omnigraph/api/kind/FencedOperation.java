package io.omnigraph.api.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.ground.Diagnostic;
import java.util.List;

/**
 * An operation that moves something outside the ledger. The core fences it: it asks for an intent,
 * writes it into a recovery sidecar, lets the operation run, records the outcome in the ledger, and
 * only then removes the sidecar. When a process dies in between, the next command finds the sidecar
 * and asks the operation what became of it. The ledger then gets what the operation says, and
 * nothing else, so the intent carries whatever cannot be seen afterwards, such as the {@link
 * Recorded#json} of the resource.
 *
 * <p>From the {@link #name} follow the codes {@code <name>_failed} and {@code <name>_skipped}, the
 * fault points {@code cluster_apply.before_<name>} and {@code cluster_apply.after_<name>}, and the
 * {@code kind} of sidecars and recovery records.
 */
public interface FencedOperation {

  /** The operation's name in sidecars, codes and fault points, such as {@code graph_create}. */
  String name();

  /** The resource that an intent is about. */
  Address subject(ObjectNode intent);

  /**
   * Checks whether the operation can be done and says what it is about to do. Moves nothing.
   *
   * @param change of the operation's kind; its source file has not been read again yet
   */
  Preparation prepare(Change change, ControlContext context);

  /**
   * Does it. Called after the sidecar was flushed and the source file was found unchanged.
   *
   * @param intent what {@link #prepare} returned
   */
  Result execute(Change change, ObjectNode intent, ControlContext context);

  /**
   * What became of an operation whose process died: decided by looking, never by assuming. A pure
   * look, taken by plans too, so it changes nothing anywhere.
   *
   * @param intent as it was last written into the sidecar
   */
  Survivor classify(ObjectNode intent, LookContext context);

  /**
   * Does what an {@link Survivor.Unfinished} survivor needs, and says what followed. May remove
   * what only this operation can have written; must not touch anything else, and looks again before
   * it does. Called under the lock, and never by a plan.
   *
   * @param intent as it was last written into the sidecar
   */
  default Survivor.Settled settle(ObjectNode intent, ControlContext context) {
    throw new UnsupportedOperationException(name() + " leaves nothing unfinished");
  }

  /** The names of an intent's fields, in the order in which they are written; all are required. */
  List<String> intentFields();

  /** Whether an operation may begin. */
  sealed interface Preparation {

    /** It may. The intent says what is about to happen, in the operation's own fields. */
    record Ready(ObjectNode intent) implements Preparation {}

    /** It may not; nothing was moved. */
    record Refused(Diagnostic reason) implements Preparation {}
  }

  /** What an operation did. */
  sealed interface Result {

    /**
     * All of it.
     *
     * @param intent rewritten into the sidecar, now with what came of it
     */
    record Done(ObjectNode intent) implements Result {}

    /** Nothing; what it was to change is as it was. The sidecar is removed at once. */
    record Refused(Diagnostic reason) implements Result {}

    /** Perhaps a part. The sidecar stays for the next command to classify. */
    record Failed(Diagnostic reason) implements Result {}
  }
}
