package io.omnigraph.graph.table;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What was read from immutable files, within a memory budget: the least recently used goes first.
 * Two threads that want the same read it once. Safe for use by several threads.
 */
public final class SegmentCache {

  private static final SegmentCache SHARED = new SegmentCache(Runtime.getRuntime().maxMemory() / 4);

  private final long budget;
  private final Map<CacheKey, CompletableFuture<Cached>> entries =
      new LinkedHashMap<>(64, 0.75f, true);
  private long used;

  /** An empty cache. */
  public SegmentCache(long budgetBytes) {
    this.budget = budgetBytes;
  }

  /** The cache of this process, with a quarter of the memory that it may use. */
  public static SegmentCache shared() {
    return SHARED;
  }

  /** The bytes that the cache holds, roughly. */
  public synchronized long usedBytes() {
    return used;
  }

  /** What a key stands for, read unless it is there. */
  <T> T get(CacheKey key, Class<T> type, Supplier<Cached> reader) {
    CompletableFuture<Cached> promise = new CompletableFuture<>();
    CompletableFuture<Cached> known;
    synchronized (this) {
      known = entries.putIfAbsent(key, promise);
    }
    if (known != null) {
      return type.cast(known.join().value());
    }
    read(key, promise, reader);
    return type.cast(promise.join().value());
  }

  private void read(CacheKey key, CompletableFuture<Cached> promise, Supplier<Cached> reader) {
    try {
      Cached entry = reader.get();
      promise.complete(entry);
      admit(entry.bytes());
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        entries.remove(key);
      }
      promise.completeExceptionally(e);
      throw e;
    }
  }

  private synchronized void admit(long bytes) {
    used += bytes;
    Iterator<CompletableFuture<Cached>> oldest = entries.values().iterator();
    while (used > budget && oldest.hasNext()) {
      CompletableFuture<Cached> candidate = oldest.next();
      if (candidate.isDone() && !candidate.isCompletedExceptionally()) {
        used -= candidate.join().bytes();
        oldest.remove();
      }
    }
  }

  /**
   * What is cached.
   *
   * @param file an immutable file, with the root of its graph
   * @param what of it, such as the name of a column
   */
  record CacheKey(String file, String what) {}

  /** A cached value and roughly the bytes that it takes. */
  record Cached(Object value, long bytes) {}
}
