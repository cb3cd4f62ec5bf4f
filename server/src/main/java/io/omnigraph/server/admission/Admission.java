package io.omnigraph.server.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Admits the writes of actors, in the whole process and whatever they write to. Safe for use by
 * many threads: each decision is one atomic step on the actor's load.
 */
public final class Admission {

  private final AdmissionLimits limits;
  private final ConcurrentHashMap<String, Load> loads = new ConcurrentHashMap<>();

  /** Nobody is in yet. */
  public Admission(AdmissionLimits limits) {
    this.limits = limits;
  }

  /** Admits a request that counts for some bytes, or leaves everything as it was. */
  public Entry enter(String actor, long bytes) {
    AtomicReference<Entry> entry = new AtomicReference<>();
    loads.compute(
        actor,
        (_, current) -> {
          Load load = current == null ? Load.NONE : current;
          if (load.requests() >= limits.requests()) {
            entry.set(
                new Entry.Rejected("actor in-flight count cap " + limits.requests() + " exceeded"));
            return current;
          }
          long used = Math.addExact(load.bytes(), bytes);
          if (used > limits.bytes()) {
            entry.set(
                new Entry.Rejected(
                    "actor byte budget exceeded: would use %d bytes against cap %d"
                        .formatted(used, limits.bytes())));
            return current;
          }
          entry.set(new Entry.Admitted(() -> leave(actor, bytes)));
          return new Load(load.requests() + 1, used);
        });
    return entry.get();
  }

  private void leave(String actor, long bytes) {
    loads.computeIfPresent(
        actor,
        (_, load) ->
            load.requests() == 1 ? null : new Load(load.requests() - 1, load.bytes() - bytes));
  }

  /** Whether a request may run. */
  public sealed interface Entry {

    /** It may, until its ticket is closed, once. */
    record Admitted(Ticket ticket) implements Entry {}

    /** It may not; the message names the limit. */
    record Rejected(String message) implements Entry {}
  }

  /** The place of a running request. */
  @FunctionalInterface
  public interface Ticket extends AutoCloseable {

    @Override
    void close();
  }

  /** What an actor has running. */
  private record Load(long requests, long bytes) {

    private static final Load NONE = new Load(0, 0);
  }
}
