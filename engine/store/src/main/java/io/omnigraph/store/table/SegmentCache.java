package io.omnigraph.store.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from immutable files and made from it, within a memory budget: when it is exceeded,
 * what was not used for longest goes. Whoever is using a value that goes keeps it until done. Two
 * threads that want the same read it once. Safe for use by several threads.
 */
public final class SegmentCache {

  /** The environment variable that sets the budget of the process, in mebibytes. */
  public static final String VARIABLE = "OMNIGRAPH_CACHE_MB";

  private static @Nullable SegmentCache shared;
  private static final int ASKED_KEPT = 4096;

  private final long budget;
  private final Map<CacheKey, Entry> entries = new ConcurrentHashMap<>();
  private final Map<CacheKey, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicLong used = new AtomicLong();
  // Grows with every admission: what is used between two of them is used at the same time.
  private volatile long time;

  /** An empty cache. */
  public SegmentCache(long budgetBytes) {
    this.budget = budgetBytes;
  }

  /**
   * The cache of this process, with half of the memory that it may use unless {@value #VARIABLE}
   * says otherwise.
   *
   * @throws IllegalArgumentException when it says something that is no number of mebibytes
   */
  public static synchronized SegmentCache shared() {
    SegmentCache known = shared;
    if (known == null) {
      known = new SegmentCache(budget(System.getenv(VARIABLE)));
      shared = known;
    }
    return known;
  }

  /** The bytes that the cache holds, roughly. */
  public long usedBytes() {
    return used.get();
  }

  /** What a key stands for, read unless it is there. */
  <T> T get(CacheKey key, Class<T> type, Supplier<Cached> reader) {
    Entry known = entries.get(key);
    if (known == null) {
      Entry fresh = new Entry(new CompletableFuture<>(), time);
      known = entries.putIfAbsent(key, fresh);
      if (known == null) {
        fill(key, fresh, reader);
        return type.cast(fresh.promise.join().value());
      }
    }
    return type.cast(known.use(time).value());
  }

  /** What a key stands for, if it is there. */
  <T> Optional<T> peek(CacheKey key, Class<T> type) {
    Entry known = entries.get(key);
    return known == null || !known.isFilled()
        ? Optional.empty()
        : Optional.of(type.cast(known.use(time).value()));
  }

  /** Makes a key stand for something else from now on. */
  void put(CacheKey key, Cached cached) {
    Entry before = entries.put(key, new Entry(CompletableFuture.completedFuture(cached), time));
    if (before != null && before.isFilled()) {
      used.addAndGet(-before.promise.join().bytes());
    }
    admit(cached.bytes());
  }

  /** How often something that is not there was asked for, this time included. */
  int asked(CacheKey key) {
    if (asked.size() > ASKED_KEPT) {
      asked.clear();
    }
    return asked.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
  }

  private void fill(CacheKey key, Entry entry, Supplier<Cached> reader) {
    try {
      Cached cached = reader.get();
      entry.promise.complete(cached);
      admit(cached.bytes());
    } catch (RuntimeException | Error e) {
      entries.remove(key, entry);
      entry.promise.completeExceptionally(e);
      throw e;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // two admissions at once are at the same time
  private void admit(long bytes) {
    time++;
    if (used.addAndGet(bytes) > budget) {
      evict();
    }
  }

  /** Makes some more room than is needed, so that not every admission has to. */
  private synchronized void evict() {
    long goal = budget - budget / 16;
    List<Use> uses = new ArrayList<>();
    entries.forEach((key, entry) -> {
      if (entry.isFilled()) {
        uses.add(new Use(key, entry, entry.lastUsed));
      }
    });
    uses.sort(Comparator.comparingLong(Use::at));
    for (Use use : uses) {
      if (used.get() <= goal) {
        return;
      }
      if (entries.remove(use.key, use.entry)) {
        used.addAndGet(-use.entry.promise.join().bytes());
      }
    }
  }

  /** The bytes that a number of mebibytes means; half of the heap without one. */
  static long budget(@Nullable String mebibytes) {
    if (mebibytes == null || mebibytes.isBlank()) {
      return Runtime.getRuntime().maxMemory() / 2;
    }
    String digits = mebibytes.strip();
    if (!digits.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "%s is `%s`, expected a number of mebibytes such as 2048".formatted(VARIABLE, digits));
    }
    return Long.parseLong(digits) << 20;
  }

  /**
   * What is cached.
   *
   * @param owner an immutable file with the root of its graph, or another name that stays
   * @param form what is made of it, such as a lookup
   * @param name of what part of it, such as a column
   */
  record CacheKey(String owner, Form form, String name) {}

  /** The forms of what is cached. */
  enum Form {
    COLUMN,
    IDS,
    NODES,
    TUPLES,
    WORDS,
    DELETIONS,
    DELTA,
    STATE,
    ADJACENCY
  }

  /** A cached value and roughly the bytes that it takes. */
  record Cached(Object value, long bytes) {}

  private record Use(CacheKey key, Entry entry, long at) {}

  private static final class Entry {

    private final CompletableFuture<Cached> promise;
    private volatile long lastUsed;

    Entry(CompletableFuture<Cached> promise, long time) {
      this.promise = promise;
      this.lastUsed = time;
    }

    boolean isFilled() {
      return promise.isDone() && !promise.isCompletedExceptionally();
    }

    Cached use(long time) {
      if (lastUsed != time) {
        lastUsed = time;
      }
      return promise.join();
    }
  }
}
