package io.omnigraph.server.admission;

import io.omnigraph.api.serving.Lane;
import io.omnigraph.ground.Quantity;
import io.omnigraph.server.limit.Limit;
import io.omnigraph.server.limit.Limits;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Admits requests before their bodies are read: each counts for the bytes that its body may have.
 * Reads and writes have a lane each, so that neither can starve the other; writes are limited for
 * each actor as well. Safe for use by many threads: each decision is one atomic step.
 */
public final class Admission {

  private final Limits limits;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock; an actor without a running write has no entry.
  private final Map<Lane, Load> lanes = new EnumMap<>(Lane.class);
  private final Map<String, Load> actors = new HashMap<>();

  /** Nobody is in yet. */
  public Admission(Limits limits) {
    this.limits = limits;
  }

  /** The most bytes that a body in a lane can ever have. */
  public long mostBytes(Lane lane) {
    return limits.of(bytesOf(lane));
  }

  /** Admits a request that counts for some bytes, or leaves everything as it was. */
  public Entry enter(String actor, Lane lane, long bytes) {
    lock.lock();
    try {
      Load ofActor = actors.getOrDefault(actor, Load.NONE).plus(bytes);
      Load ofLane = lanes.getOrDefault(lane, Load.NONE).plus(bytes);
      Optional<String> objection =
          (lane == Lane.WRITE ? ofActorTooMuch(ofActor) : Optional.<String>empty())
              .or(() -> ofLaneTooMuch(lane, ofLane));
      if (objection.isPresent()) {
        return new Entry.Rejected(objection.get());
      }
      lanes.put(lane, ofLane);
      if (lane == Lane.WRITE) {
        actors.put(actor, ofActor);
      }
    } finally {
      lock.unlock();
    }
    AtomicBoolean left = new AtomicBoolean();
    return new Entry.Admitted(() -> {
      if (left.compareAndSet(false, true)) {
        leave(actor, lane, bytes);
      }
    });
  }

  private Optional<String> ofActorTooMuch(Load load) {
    long requests = limits.of(Limit.ACTOR_WRITES);
    long bytes = limits.of(Limit.ACTOR_BYTES);
    if (load.requests() > requests) {
      return Optional.of("actor in-flight count cap " + requests + " exceeded");
    }
    return load.bytes() > bytes
        ? Optional.of(
            "actor byte budget exceeded: would use %s against cap %d"
                .formatted(Quantity.of(load.bytes(), "byte"), bytes))
        : Optional.empty();
  }

  private Optional<String> ofLaneTooMuch(Lane lane, Load load) {
    String word = lane == Lane.WRITE ? "write" : "read";
    long requests = limits.of(lane == Lane.WRITE ? Limit.WRITES : Limit.READS);
    long bytes = mostBytes(lane);
    if (load.requests() > requests) {
      return Optional.of("server in-flight %s count cap %d exceeded".formatted(word, requests));
    }
    return load.bytes() > bytes
        ? Optional.of(
            "server %s byte budget exceeded: would use %s against cap %d"
                .formatted(word, Quantity.of(load.bytes(), "byte"), bytes))
        : Optional.empty();
  }

  private void leave(String actor, Lane lane, long bytes) {
    lock.lock();
    try {
      lanes.computeIfPresent(lane, (_, load) -> load.minus(bytes));
      if (lane == Lane.WRITE) {
        actors.computeIfPresent(
            actor, (_, load) -> load.requests() == 1 ? null : load.minus(bytes));
      }
    } finally {
      lock.unlock();
    }
  }

  private static Limit bytesOf(Lane lane) {
    return switch (lane) {
      case READ -> Limit.READ_BYTES;
      case WRITE -> Limit.WRITE_BYTES;
    };
  }

  /** Whether a request may run. */
  public sealed interface Entry {

    /** It may, until its ticket is closed. */
    record Admitted(Ticket ticket) implements Entry {}

    /** It may not; the message names the limit. */
    record Rejected(String message) implements Entry {}
  }

  /** The place of a running request; closing it twice does nothing. */
  @FunctionalInterface
  public interface Ticket extends AutoCloseable {

    @Override
    void close();
  }

  /** What runs. */
  private record Load(long requests, long bytes) {

    private static final Load NONE = new Load(0, 0);

    private Load plus(long more) {
      return new Load(requests + 1, Math.addExact(bytes, more));
    }

    private Load minus(long less) {
      return new Load(requests - 1, bytes - less);
    }
  }
}
