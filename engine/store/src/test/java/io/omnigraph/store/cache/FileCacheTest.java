package io.omnigraph.store.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.maintenance.CacheCounts;
import io.omnigraph.store.cache.CacheKey.Form;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileCacheTest {

  private static final long BUDGET = 1600;
  private static final long LARGE = 640;

  private final FileCache cache = new FileCache(BUDGET);
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void whatIsThereIsNotReadAgain() {
    assertThat(read("a", LARGE)).isEqualTo("a");
    assertThat(read("a", LARGE)).isEqualTo("a");

    assertThat(reads).hasValue(1);
    assertThat(cache.usedBytes()).isEqualTo(LARGE);
  }

  @Test
  void whatIsUsedOftenOutlivesWhatIsReadOnce() {
    FileCache roomy = new FileCache(100 * LARGE);
    List<CacheKey> often = IntStream.range(0, 20).mapToObj(i -> key("often" + i)).toList();
    for (int i = 0; i < 2000; i++) {
      CacheKey once = key("once" + i);
      roomy.get(once, String.class, () -> new Cached("read once", LARGE));
      CacheKey again = often.get(i % often.size());
      roomy.get(again, String.class, () -> new Cached("read often", LARGE));
    }

    assertThat(roomy.usedBytes()).isLessThanOrEqualTo(100 * LARGE);
    assertThat(often.stream().filter(key -> roomy.peek(key, String.class).isPresent()))
        .hasSizeGreaterThan(often.size() - 2);
    assertThat(roomy.counts().hits()).isGreaterThan(1900);
  }

  @Test
  void whatIsLargerThanTheBudgetIsHandedOutAndNotKept() {
    read("a", LARGE);

    assertThat(read("whale", BUDGET + 1)).isEqualTo("whale");

    assertThat(cache.peek(key("whale"), String.class)).isEmpty();
    assertThat(cache.peek(key("a"), String.class)).isPresent();
    assertThat(cache.usedBytes()).isEqualTo(LARGE);
  }

  @Test
  void noUseMakesItHoldMoreThanTheBudget() {
    SplittableRandom random = new SplittableRandom(7);

    for (int i = 0; i < 20_000; i++) {
      String name = "v" + random.nextInt(1 + random.nextInt(200));
      assertThat(read(name, 1 + Math.floorMod(name.hashCode(), 500))).isEqualTo(name);
      assertThat(cache.usedBytes()).isLessThanOrEqualTo(BUDGET);
    }

    assertThat(reads).hasValueLessThan(20_000);
  }

  @Test
  void withoutABudgetNothingIsKept() {
    FileCache none = new FileCache(0);

    assertThat(none.get(key("a"), String.class, () -> new Cached("a", 0))).isEqualTo("a");

    assertThat(none.peek(key("a"), String.class)).isEmpty();
    assertThat(none.usedBytes()).isZero();
  }

  @Test
  void whoReadsMayAskForOtherValues() {
    String both =
        cache.get(
            key("lookup"),
            String.class,
            () -> new Cached("lookup of " + read("column", LARGE), LARGE));

    assertThat(both).isEqualTo("lookup of column");
    assertThat(cache.usedBytes()).isEqualTo(2 * LARGE);
  }

  @Test
  void manyWhoWantTheSameReadItOnce() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(7);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(
              () ->
                  cache.get(
                      key("a"),
                      String.class,
                      () -> {
                        begun.countDown();
                        await(others);
                        return new Cached("read by the first", LARGE);
                      }),
              threads);
      await(begun);
      List<CompletableFuture<String>> rest =
          IntStream.range(0, 7)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        others.countDown();
                        return read("a", LARGE);
                      },
                      threads))
              .toList();

      assertThat(rest).allSatisfy(r -> assertThat(r.join()).isEqualTo("read by the first"));
      assertThat(first.join()).isEqualTo("read by the first");
    }
    assertThat(reads).hasValue(0);
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

    assertThat(read("a", 64)).isEqualTo("a");
  }

  @Test
  void aReplacedValueGivesItsBytesBack() {
    read("a", LARGE);

    cache.put(key("a"), new Cached("newer", 128));

    assertThat(cache.peek(key("a"), String.class)).contains("newer");
    assertThat(cache.usedBytes()).isEqualTo(128);
  }

  @Test
  void itCountsHowWellItDoes() {
    read("a", LARGE);
    read("a", LARGE);
    read("b", LARGE);
    read("b", LARGE);
    read("c", LARGE);
    cache.peek(key("a"), String.class);
    cache.find(key("nothing"), String.class);

    assertThat(cache.counts()).isEqualTo(new CacheCounts(BUDGET, 2 * LARGE, 2, 4, 1));
  }

  @Test
  void theBudgetIsANumberOfMebibytes() {
    assertThat(FileCache.budget(" 64 ")).isEqualTo(64L << 20);
    assertThat(FileCache.budget(null)).isPositive();
    assertThatThrownBy(() -> FileCache.budget("much"))
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static CacheKey key(String name) {
    return new CacheKey("file", Form.COLUMN, name);
  }
}
