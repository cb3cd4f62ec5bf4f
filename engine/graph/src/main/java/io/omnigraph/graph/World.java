package io.omnigraph.graph;

import com.github.f4b6a3.ulid.UlidFactory;
import io.omnigraph.ground.storage.DiskFlush;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an engine takes from the world around it, so that nothing in it looks around for itself. How
 * long something took is no part of it: that is read off a stopwatch, which says nothing of the
 * time of day.
 *
 * @param clock what time it is
 * @param ids makes ULIDs, each one after the one before; asked by several threads
 * @param environment variables by name: the budget of the caches, limits of queries, access to
 *     object stores, the embedder
 * @param flush how files come to the disk of this machine
 */
public record World(
    InstantSource clock, Supplier<String> ids, Map<String, String> environment, DiskFlush flush) {

  public World {
    environment = Map.copyOf(environment);
  }

  /** The world as it is, with variables of this process or others in their place. */
  public static World of(Map<String, String> environment) {
    UlidFactory ulids = UlidFactory.newMonotonicInstance();
    return new World(
        InstantSource.system(), () -> ulids.create().toString(), environment, DiskFlush.usual());
  }

  /** What time it is, in the microseconds that graphs count in. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** An id that nobody has. */
  public String freshId() {
    return ids.get();
  }
}
