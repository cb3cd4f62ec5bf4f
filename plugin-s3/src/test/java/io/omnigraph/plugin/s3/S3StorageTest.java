package io.omnigraph.plugin.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.ground.storage.StorageException.Effect;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.ground.storage.StoredObject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.s3.S3Client;

class S3StorageTest {

  private static S3Server server;
  private static S3Client client;

  private Storage storage;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start();
    server.makeBucket("harbor");
    client = S3Clients.of(server.environment());
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    storage = new S3Storage(client, "harbor", test.getDisplayName().replace("()", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private StoredObject read(String key) {
    return storage.get(key).orElseThrow();
  }

  @Test
  void aWriteReplacesWhatWasThere() {
    storage.put("a/b/c.json", bytes("old"));
    storage.put("a/b/c.json", bytes("new"));

    assertThat(read("a/b/c.json").text()).isEqualTo("new");
    assertThat(storage.list("a/b")).containsExactly("c.json");
    assertThat(storage.get("a/b/d.json")).isEmpty();
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
  void onlyWhatIsUnchangedIsDeletedAndOnceOnly() {
    storage.put("refs/night", bytes("1"));
    StoredObject stale = read("refs/night");
    storage.put("refs/night", bytes("2"));
    StoredObject seen = read("refs/night");

    assertThat(storage.deleteIfUnchanged("refs/night", stale)).isFalse();
    assertThat(storage.deleteIfUnchanged("refs/night", seen)).isTrue();
    assertThat(storage.deleteIfUnchanged("refs/night", seen)).isFalse();
    assertThat(storage.get("refs/night")).isEmpty();
  }

  @Test
  void aServerThatCannotBeReachedLeavesTheEndOfAWriteUnknown() {
    Map<String, String> nowhere = new HashMap<>(server.environment());
    nowhere.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");
    try (S3Client unreachable = S3Clients.of(nowhere)) {
      Storage lost = new S3Storage(unreachable, "harbor", "lost");

      assertThatThrownBy(() -> lost.putIfAbsent("a", bytes("1")))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> {
                assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
                assertThat(e.shown()).startsWith("cannot write `a`: the store did not answer");
              });
    }
  }

  @Test
  void aWriteThatIsSentTwiceCountsAsDone() {
    storage.put("ref", bytes("1"));
    StoredObject seen = read("ref");

    assertThat(storage.putIfUnchanged("ref", seen, bytes("2"))).isTrue();
    assertThat(storage.putIfUnchanged("ref", seen, bytes("2"))).isTrue();
  }

  @Test
  void aDirectoryListsItsOwnObjectsOnly() {
    storage.put("refs/main.json", bytes("1"));
    storage.put("refs/draft.json", bytes("1"));
    storage.put("refs/deep/x.json", bytes("1"));
    storage.put("refs-old/y.json", bytes("1"));

    assertThat(storage.list("refs")).isEqualTo(List.of("draft.json", "main.json"));
    assertThat(storage.list("nothing")).isEmpty();
  }

  @Test
  void somethingExistsWhereAnObjectStandsOrIsBelow() {
    storage.put("graphs/a.omni/graph.json", bytes("1"));

    assertThat(storage.exists("graphs/a.omni")).isTrue();
    assertThat(storage.exists("graphs/a.omni/graph.json")).isTrue();
    assertThat(storage.exists("graphs/a")).isFalse();
  }

  @Test
  void aTreeGoesWholeAndNothingBesideIt() {
    IntStream.range(0, 30).forEach(i -> storage.put("tree/" + i + "/x", bytes("1")));
    storage.put("tree-house", bytes("1"));
    storage.deleteTree("tree");
    storage.deleteTree("tree");

    assertThat(storage.exists("tree")).isFalse();
    assertThat(storage.exists("tree-house")).isTrue();
  }

  @Test
  void aStoreBelowIsThatPartOfTheStore() {
    storage.put("graphs/a.omni/graph.json", bytes("1"));
    Storage below = storage.below("graphs/a.omni");

    assertThat(below.get("graph.json")).isPresent();
    assertThat(below.root()).isEqualTo(storage.root() + "/graphs/a.omni");
  }

  @Test
  void aMissingBucketIsAFailureThatNamesThePlace() {
    Storage nowhere = new S3Storage(client, "no-such-bucket", "x");

    assertThatThrownBy(() -> nowhere.put("a", bytes("1")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("s3://no-such-bucket/x/a");
  }

  @Test
  void aLocationWithoutABucketIsRefused() {
    assertThatThrownBy(() -> Storages.open("s3:///x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("s3://BUCKET/PREFIX");
  }
}
