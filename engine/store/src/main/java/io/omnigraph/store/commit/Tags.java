package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tags of a graph: {@code tags/<name>.json}, each written once. */
public final class Tags {

  private static final String DIRECTORY = "tags";
  private static final String SUFFIX = ".json";

  private final Storage storage;

  /** The tags below a root. */
  public Tags(Storage storage) {
    this.storage = storage;
  }

  /** A tag; empty when there is none of the name. */
  public Optional<Tag> find(String name) {
    return storage.get(key(name)).map(content -> tag(name, content));
  }

  /** The tags, in byte order of their names. */
  public List<Tag> all() {
    return storage.list(DIRECTORY).stream()
        .filter(file -> file.endsWith(SUFFIX))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
        .map(file -> URLDecoder.decode(file, StandardCharsets.UTF_8))
        .sorted()
        .flatMap(name -> find(name).stream())
        .toList();
  }

  /** Creates a tag unless there is one of its name, and says whether it did. */
  public boolean create(Tag tag) {
    Stored stored =
        new Stored(
            tag.commit(),
            ChronoUnit.MICROS.between(Instant.EPOCH, tag.createdAt()),
            tag.actor(),
            tag.message());
    return storage.putIfAbsent(key(tag.name()), GraphStore.bytes(stored));
  }

  /** Removes a tag and says whether there was one. */
  public boolean delete(String name) {
    if (!storage.exists(key(name))) {
      return false;
    }
    storage.delete(key(name));
    return true;
  }

  private Tag tag(String name, StoredObject content) {
    try {
      Stored stored = Json.mapper().readValue(content.content(), Stored.class);
      Instant createdAt = Instant.EPOCH.plus(stored.createdAtMicros(), ChronoUnit.MICROS);
      return new Tag(name, stored.commit(), createdAt, stored.actor(), stored.message());
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read " + storage.locate(key(name)), e);
    }
  }

  private static String key(String name) {
    return DIRECTORY + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX;
  }

  /** The content of a tag; {@code commit} stands in branches' refs under the same name. */
  private record Stored(
      String commit, long createdAtMicros, @Nullable String actor, @Nullable String message) {}
}
