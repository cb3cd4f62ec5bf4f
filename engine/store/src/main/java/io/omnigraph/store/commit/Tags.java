package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.failure.NameTakenException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
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
    return stored(name).map(content -> tag(name, content));
  }

  /** The tags, in byte order of their names. */
  public List<Tag> all() {
    return names().stream().flatMap(name -> find(name).stream()).toList();
  }

  private List<String> names() {
    return storage.list(DIRECTORY).stream()
        .filter(file -> file.endsWith(SUFFIX))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
        .map(file -> FileNames.unescaped(file))
        .sorted()
        .toList();
  }

  /** Creates a tag unless there is one of its name, and says whether it did. */
  public boolean create(Tag tag) {
    FileNames.problem(tag.name())
        .ifPresent(problem -> {
          throw new WriteRejected(problem);
        });
    refuseTwin(tag.name());
    Stored stored =
        new Stored(
            tag.commit(),
            ChronoUnit.MICROS.between(Instant.EPOCH, tag.createdAt()),
            tag.actor(),
            tag.message());
    if (!storage.putIfAbsent(key(tag.name()), GraphStore.bytes(stored))) {
      return false;
    }
    // Looked for again: of two that are made at once, one at least sees the other.
    try {
      refuseTwin(tag.name());
    } catch (NameTakenException e) {
      takeBack(tag);
      throw e;
    }
    return true;
  }

  private void refuseTwin(String name) {
    FileNames.twin(name, names())
        .ifPresent(twin -> {
          throw new NameTakenException(FileNames.twinProblem("tags", name, twin));
        });
  }

  /** Removes a tag and says whether there was one. */
  public boolean delete(String name) {
    return stored(name).map(tag -> storage.deleteIfUnchanged(key(name), tag)).orElse(false);
  }

  /** Removes a tag that was created, unless another one has its name by now. */
  public void takeBack(Tag tag) {
    stored(tag.name())
        .filter(found -> tag(tag.name(), found).equals(tag))
        .ifPresent(found -> storage.deleteIfUnchanged(key(tag.name()), found));
  }

  /** No object can have a name that is too long, so there is none. */
  private Optional<StoredObject> stored(String name) {
    return FileNames.fits(name) ? storage.get(key(name)) : Optional.empty();
  }

  private Tag tag(String name, StoredObject content) {
    try {
      Stored stored = Json.mapper().readValue(content.content(), Stored.class);
      Instant createdAt = Instant.EPOCH.plus(stored.createdAtMicros(), ChronoUnit.MICROS);
      return new Tag(name, stored.commit(), createdAt, stored.actor(), stored.message());
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read `" + key(name) + "`", e);
    }
  }

  private static String key(String name) {
    return DIRECTORY + "/" + FileNames.escaped(name) + SUFFIX;
  }

  /** The content of a tag; {@code commit} stands in branches' refs under the same name. */
  private record Stored(
      String commit, long createdAtMicros, @Nullable String actor, @Nullable String message) {}
}
