package io.omnigraph.ground.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStorageTest {

  @TempDir Path folder;

  private Storage storage;

  @BeforeEach
  void open() {
    storage = Storages.open(folder.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private StoredObject read(String key) {
    return storage.get(key).orElseThrow();
  }

  @Test
  void aWriteMakesItsFoldersAndReplacesWhatWasThere() {
    storage.put("a/b/c.json", bytes("old"));
    storage.put("a/b/c.json", bytes("new"));

    assertThat(read("a/b/c.json").text()).isEqualTo("new");
    assertThat(storage.list("a/b")).containsExactly("c.json");
  }

  @Test
  void whatIsAbsentIsCreatedOnceOnly() {
    assertThat(storage.putIfAbsent("lock", bytes("first"))).isTrue();
    assertThat(storage.putIfAbsent("lock", bytes("second"))).isFalse();

    assertThat(read("lock").text()).isEqualTo("first");
  }

  @Test
  void onlyWhatIsUnchangedIsReplaced() {
    storage.put("state", bytes("1"));
    StoredObject seen = read("state");

    assertThat(storage.putIfUnchanged("state", seen, bytes("2"))).isTrue();
    assertThat(storage.putIfUnchanged("state", seen, bytes("3"))).isFalse();

    assertThat(read("state").text()).isEqualTo("2");
  }

  @Test
  void whatIsGoneCountsAsChanged() {
    storage.put("a/state", bytes("1"));
    StoredObject seen = read("a/state");
    storage.deleteTree("a");

    assertThat(storage.putIfUnchanged("a/state", seen, bytes("2"))).isFalse();
    assertThat(storage.get("a/state")).isEmpty();
  }

  @Test
  void everyIncrementOfManyThreadsCounts() throws Exception {
    storage.put("counter", bytes("0"));
    Callable<Integer> increment = this::increment;

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> increment).toList());
    }

    assertThat(read("counter").text()).isEqualTo("40");
  }

  /** Each thread opens the folder for itself, as processes do. */
  private int increment() {
    Storage own = Storages.open(folder.toString());
    while (true) {
      StoredObject seen = own.get("counter").orElseThrow();
      int next = Integer.parseInt(seen.text()) + 1;
      if (own.putIfUnchanged("counter", seen, bytes(String.valueOf(next)))) {
        return next;
      }
    }
  }

  @Test
  void aListingShowsFilesOnlyAndNoUnfinishedWrites() throws IOException {
    storage.put("dir/b.json", bytes("b"));
    storage.put("dir/a.json", bytes("a"));
    storage.put("dir/below/c.json", bytes("c"));
    storage.putIfUnchanged("dir/a.json", read("dir/a.json"), bytes("a2"));
    Files.writeString(folder.resolve("dir/d.json.tmp.1"), "half");

    assertThat(storage.list("dir")).containsExactly("a.json", "b.json");
    assertThat(storage.list("nowhere")).isEmpty();
  }

  @Test
  void missingThingsAreFineToDelete() {
    storage.delete("nothing");
    storage.deleteTree("nothing");

    assertThat(storage.exists("nothing")).isFalse();
  }

  @Test
  void aTreeGoesWithEverythingBelow() {
    storage.put("graph/a/b", bytes("1"));
    storage.put("graph/c", bytes("2"));
    assertThat(storage.exists("graph")).isTrue();

    storage.deleteTree("graph");

    assertThat(storage.exists("graph")).isFalse();
  }

  @Test
  void aStoreBelowAKeySeesTheSameObjects() {
    storage.below("graph").put("refs/main", bytes("1"));

    assertThat(read("graph/refs/main").text()).isEqualTo("1");
    assertThat(storage.below("graph").root()).isEqualTo(folder + "/graph");
  }

  @Test
  void errorsNameThePlaceAndTheReason() {
    storage.put("file", bytes("1"));
    storage.put("dir/file", bytes("1"));

    for (var failing :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> storage.put("file/below", bytes("2")),
            () -> storage.get("dir"),
            () -> storage.list("file"))) {
      assertThatThrownBy(failing)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageMatching("cannot (write|read|list) " + folder + "/.*: .+");
    }
  }

  @Test
  void aSchemeThatNobodyOpensIsRefused() {
    assertThatThrownBy(() -> Storages.open("gopher://hole"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no storage for the scheme `gopher` in `gopher://hole`; known are file");
  }
}
