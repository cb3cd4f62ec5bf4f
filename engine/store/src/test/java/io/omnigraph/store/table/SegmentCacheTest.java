package io.omnigraph.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.store.table.SegmentCache.CacheKey;
import io.omnigraph.store.table.SegmentCache.Cached;
import io.omnigraph.store.table.SegmentCache.Form;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SegmentCacheTest {

  private final SegmentCache cache = new SegmentCache(1000);
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void whatIsThereIsNotReadAgain() {
    assertThat(read("a", 400)).isEqualTo("a");
    assertThat(read("a", 400)).isEqualTo("a");

    assertThat(reads).hasValue(1);
    assertThat(cache.usedBytes()).isEqualTo(400);
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    read("a", 400);
    read("b", 400);
    read("a", 400);
    read("c", 400);

    assertThat(cache.usedBytes()).isEqualTo(800);
    assertThat(cache.peek(key("a"), String.class)).isPresent();
    assertThat(cache.peek(key("b"), String.class)).isEmpty();
    assertThat(cache.peek(key("c"), String.class)).isPresent();
  }

  @Test
  void aFailedReadLeavesNothingBehind() {
    assertThatThrownBy(() ->
            cache.get(
                key("a"),
                String.class,
                () -> {
                  throw new IllegalStateException("the file is gone");
                }))
        .hasMessage("the file is gone");

    assertThat(read("a", 10)).isEqualTo("a");
  }

  @Test
  void aReplacedValueGivesItsBytesBack() {
    read("a", 400);

    cache.put(key("a"), new Cached("newer", 100));

    assertThat(cache.peek(key("a"), String.class)).contains("newer");
    assertThat(cache.usedBytes()).isEqualTo(100);
  }

  @Test
  void theBudgetIsANumberOfMebibytes() {
    assertThat(SegmentCache.budget(" 64 ")).isEqualTo(64L << 20);
    assertThat(SegmentCache.budget(null)).isPositive();
    assertThatThrownBy(() -> SegmentCache.budget("much"))
        .hasMessage("OMNIGRAPH_CACHE_MB is `much`, expected a number of mebibytes such as 2048");
  }

  private String read(String name, long bytes) {
    return cache.get(
        key(name),
        String.class,
        () -> {
          reads.incrementAndGet();
          return new Cached(name, bytes);
        });
  }

  private static CacheKey key(String name) {
    return new CacheKey("file", Form.COLUMN, name);
  }
}
