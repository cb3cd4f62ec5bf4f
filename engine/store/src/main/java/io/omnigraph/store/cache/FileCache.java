package io.omnigraph.store.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.omnigraph.graph.maintenance.CacheCounts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from immutable files and made from it, within a memory budget: when it is exceeded,
 * what was used least, of late and often, goes. Whoever is using a value that goes keeps it until
 * done; a value larger than the budget is handed out and not kept. Two threads that want the same
 * read it once. Safe for use by several threads.
 */
public final class FileCache {

  /** The environment variable that sets the budget of an engine, in mebibytes. */
  public static final String VARIABLE = "OMNIGRAPH_CACHE_MB";

  /** The unit of weights, which Caffeine counts in an {@code int} each. */
  private static final int WEIGHT_BYTES = 64;

  private static final int ASKED_KEPT = 4096;

  private final long budget;
  private final Cache<CacheKey, Entry> entries;
  private final Cache<CacheKey, AtomicInteger> asked;
  private final AtomicLong names = new AtomicLong();

  /** An empty cache. */
  public FileCache(long budgetBytes) {
    this.budget = budgetBytes;
    // Room is made by whoever needs it, at once, so that no more is held than is allowed.
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(budgetBytes / WEIGHT_BYTES)
            .weigher((CacheKey _, Entry entry) -> entry.weight())
            .executor(Runnable::run)
            .recordStats()
            .build();
    this.asked = Caffeine.newBuilder().maximumSize(ASKED_KEPT).executor(Runnable::run).build();
  }

  /**
   * An empty cache with the budget that an environment sets, or else half of the memory that this
   * process may use.
   *
   * @throws IllegalArgumentException when {@value #VARIABLE} is no number of mebibytes
   */
  public static FileCache in(Map<String, String> environment) {
    return new FileCache(budget(environment.get(VARIABLE)));
  }

  /** A name for who keeps things here, which nobody else has. */
  public String name(String of) {
    return of + "#" + names.incrementAndGet();
  }

  /** What it holds and how well it did. */
  public CacheCounts counts() {
    CacheStats stats = entries.stats();
    return new CacheCounts(
        budget, usedBytes(), stats.hitCount(), stats.missCount(), stats.evictionCount());
  }

  /** The bytes that the cache holds, roughly. */
  public long usedBytes() {
    return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow() * WEIGHT_BYTES;
  }

  /** What a key stands for, read unless it is there. */
  public <T> T get(CacheKey key, Class<T> type, Supplier<Cached> reader) {
    Entry mine = new Entry();
    Entry entry = entries.get(key, _ -> mine);
    if (entry == mine) {
      fill(key, mine, reader);
    }
    return type.cast(entry.await().value());
  }

  /** What a key stands for, if it is there; counted neither as a hit nor as a miss. */
  public <T> Optional<T> peek(CacheKey key, Class<T> type) {
    Entry known = entries.asMap().get(key);
    return known == null ? Optional.empty() : known.ready().map(c -> type.cast(c.value()));
  }

  /** What a key stands for, if it is there, to be used. */
  public <T> Optional<T> find(CacheKey key, Class<T> type) {
    Entry known = entries.getIfPresent(key);
    return known == null ? Optional.empty() : known.ready().map(c -> type.cast(c.value()));
  }

  /** Makes a key stand for something else from now on. */
  public void put(CacheKey key, Cached cached) {
    entries.put(key, new Entry(cached));
  }

  /** Forgets what a key stands for. */
  public void remove(CacheKey key) {
    entries.asMap().remove(key);
  }

  /** How often something that is not there was asked for, this time included. */
  public int asked(CacheKey key) {
    return asked.get(key, _ -> new AtomicInteger()).incrementAndGet();
  }

  /** Reads in the thread of the caller, so that it may ask for other values meanwhile. */
  private void fill(CacheKey key, Entry entry, Supplier<Cached> reader) {
    try {
      entry.promise.complete(reader.get());
      // Has it weighed again; until now it weighed nothing.
      entries.asMap().replace(key, entry, entry);
    } catch (RuntimeException | Error e) {
      entries.asMap().remove(key, entry);
      entry.promise.completeExceptionally(e);
      throw e;
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

  /** A value that is there or being read. */
  private static final class Entry {

    private final CompletableFuture<Cached> promise;

    Entry() {
      this.promise = new CompletableFuture<>();
    }

    Entry(Cached cached) {
      this.promise = CompletableFuture.completedFuture(cached);
    }

    Optional<Cached> ready() {
      return promise.state() == Future.State.SUCCESS
          ? Optional.of(promise.resultNow())
          : Optional.empty();
    }

    Cached await() {
      return promise.join();
    }

    int weight() {
      long units = ready().map(c -> Math.max(1, Math.ceilDiv(c.bytes(), WEIGHT_BYTES))).orElse(0L);
      return (int) Math.min(Integer.MAX_VALUE, units);
    }
  }
}
