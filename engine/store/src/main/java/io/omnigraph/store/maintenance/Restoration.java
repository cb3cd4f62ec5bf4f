package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableLayout;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the last sound state of a branch, and makes the commit that brings it back. */
final class Restoration {

  private static final String ACTOR = "omnigraph:repair:force";

  private final StoredMaintenance.Parts parts;
  private final GraphStore store;
  private final Soundness soundness;

  /**
   * Restores from what is there.
   *
   * @param soundness from a reading after the head that is to be replaced was read
   */
  Restoration(StoredMaintenance.Parts parts, Soundness soundness) {
    this.parts = parts;
    this.store = parts.store();
    this.soundness = soundness;
  }

  /**
   * The newest state of a branch that can be read whole and that no cleanup is about to remove.
   *
   * @param head absent when its commit cannot be read
   */
  Optional<CommitRecord> lastSound(String branch, @Nullable Head head) {
    if (head == null) {
      return store.commitIds().stream()
          .flatMap(id -> readable(id).stream())
          .filter(commit -> commit.branch().equals(branch))
          .sorted(Comparator.comparingLong(CommitRecord::version).reversed())
          .filter(this::isSound)
          .findFirst();
    }
    Optional<CommitRecord> next = Optional.of(head.commit());
    while (next.isPresent() && !isSound(next.get())) {
      next = Optional.ofNullable(next.get().parent()).flatMap(this::readable);
    }
    return next;
  }

  private boolean isSound(CommitRecord commit) {
    return soundness.problems(commit).isEmpty() && !store.releases().isDoomed(commit.id());
  }

  private Optional<CommitRecord> readable(String id) {
    try {
      return store.commit(id);
    } catch (DamagedGraphException _) {
      // Whoever asks looks for a commit that can be read; this one is reported where it is named.
      return Optional.empty();
    }
  }

  /** What follows the head of a branch and has the rows of a sound commit. */
  CommitRecord restored(String branch, @Nullable Head head, CommitRecord sound) {
    CommitRecord follows = head == null ? sound : head.commit();
    SortedMap<String, TableEntry> tables = new TreeMap<>();
    sound
        .tables()
        .forEach((key, table) -> {
          TableEntry now = follows.tables().getOrDefault(key, table);
          tables.put(
              key,
              Objects.equals(now.data(), table.data())
                  ? table
                  : new TableEntry(
                      table.id(),
                      standalone(sound, key, table),
                      table.columns(),
                      table.nextColumn(),
                      now.version() + 1,
                      table.branch()));
        });
    return new CommitRecord(
        CommitRecord.FORMAT,
        store.world().freshId(),
        branch,
        follows.version() + 1,
        follows.id(),
        null,
        ACTOR,
        Publisher.micros(store.world().now()),
        "repair",
        sound.schema(),
        follows.nextTable(),
        tables,
        new TreeMap<>(),
        follows.destroyed(),
        "back to " + sound.id(),
        new TreeMap<>());
  }

  /** The rows of a table in a version of their own, which depends on no record. */
  private @Nullable TableData standalone(CommitRecord sound, String key, TableEntry table) {
    TableData data = table.data();
    if (data == null || data.overlay() == null) {
      return data;
    }
    Schema schema = parts.schemas().apply(sound);
    GraphType type =
        Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
            .filter(declared -> declared.tableKey().equals(key))
            .findFirst()
            .orElseThrow();
    return new Compaction(parts.tables(), new TableLayout(type, table.columns()), data).run();
  }
}
