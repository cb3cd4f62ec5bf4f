package io.omnigraph.store.maintenance;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.maintenance.RepairReport.Finding;
import io.omnigraph.graph.maintenance.RepairReport.TableRepair;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a graph and mends it. Nothing can get ahead of what is published here, so a sound graph
 * has no drift; what is left to find is damage: files that are gone, cut short or changed. A branch
 * with a damaged head is mended by a new commit with the rows of its last sound state.
 */
final class Repair {

  private static final String ACTOR = "omnigraph:repair:force";

  private final StoredMaintenance.Parts parts;
  private final GraphStore store;
  private final RepairMode mode;
  private final Soundness soundness;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedMap<String, List<String>> byTable = new TreeMap<>();
  private boolean isMended;

  Repair(StoredMaintenance.Parts parts, RepairMode mode) {
    this.parts = parts;
    this.store = parts.store();
    this.mode = mode;
    this.soundness = new Soundness(store, parts.tables());
  }

  RepairReport run() {
    for (String branch : store.branches()) {
      checkBranch(branch);
    }
    checkTags();
    checkHistory();
    return report();
  }

  private void checkBranch(String branch) {
    try {
      Optional<Head> head = store.head(branch);
      if (head.isEmpty()) {
        return;
      }
      Map<String, List<String>> problems = soundness.problems(head.get().commit());
      if (problems.isEmpty()) {
        return;
      }
      problems.forEach(
          (key, found) -> byTable.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(found));
      String all = String.join("; ", problems.values().stream().flatMap(List::stream).toList());
      mend(branch, head.get(), "the head of branch `%s` is damaged: %s".formatted(branch, all));
    } catch (DamagedGraphException e) {
      mend(branch, null, String.valueOf(e.getMessage()));
    }
  }

  private void mend(String branch, @Nullable Head head, String explanation) {
    Optional<CommitRecord> sound = lastSound(branch, head);
    if (sound.isEmpty()) {
      findings.add(
          new Finding(
              "branch " + branch,
              explanation,
              "no sound state of the branch is left; restore the graph from a copy",
              "hopeless"));
      return;
    }
    String remedy =
        "go back to commit %s, version %d, with `omnigraph repair --confirm --force`"
            .formatted(sound.get().id(), sound.get().version());
    if (mode == RepairMode.FORCE) {
      CommitRecord next = restored(branch, head, sound.get());
      store.writeCommits(List.of(next));
      if (store.pointBranch(branch, next)) {
        isMended = true;
        findings.add(new Finding("branch " + branch, explanation, remedy, "forced"));
        return;
      }
    }
    findings.add(
        new Finding(
            "branch " + branch,
            explanation,
            remedy,
            mode == RepairMode.PREVIEW ? "preview" : "refused"));
  }

  /** The newest state of a branch that can be read whole. */
  private Optional<CommitRecord> lastSound(String branch, @Nullable Head head) {
    if (head == null) {
      return store.commitIds().stream()
          .flatMap(id -> readable(id).stream())
          .filter(commit -> commit.branch().equals(branch))
          .sorted(Comparator.comparingLong(CommitRecord::version).reversed())
          .filter(commit -> soundness.problems(commit).isEmpty())
          .findFirst();
    }
    Optional<CommitRecord> next = Optional.of(head.commit());
    while (next.isPresent() && !soundness.problems(next.get()).isEmpty()) {
      next = Optional.ofNullable(next.get().parent()).flatMap(this::readable);
    }
    return next;
  }

  private Optional<CommitRecord> readable(String id) {
    try {
      return store.commit(id);
    } catch (DamagedGraphException _) {
      // Whoever asks looks for a commit that can be read; this one is reported where it is named.
      return Optional.empty();
    }
  }

  private CommitRecord restored(String branch, @Nullable Head head, CommitRecord sound) {
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
        UlidCreator.getMonotonicUlid().toString(),
        branch,
        follows.version() + 1,
        follows.id(),
        null,
        ACTOR,
        Publisher.micros(parts.clock().instant()),
        "repair",
        sound.schema(),
        follows.nextTable(),
        tables,
        new TreeMap<>(),
        follows.destroyed(),
        "back to " + sound.id());
  }

  /** The rows of a table without an overlay, which no head has. */
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

  private void checkTags() {
    store
        .tags()
        .all()
        .forEach(tag -> {
          Optional<CommitRecord> commit = readable(tag.commit());
          String problem =
              commit
                  .map(found ->
                      String.join(
                          "; ",
                          soundness.problems(found).values().stream()
                              .flatMap(List::stream)
                              .toList()))
                  .orElse("commit " + tag.commit() + " is not found or cannot be read");
          if (!problem.isEmpty()) {
            findings.add(
                new Finding(
                    "tag " + tag.name(),
                    problem,
                    "delete the tag, or restore the files from a copy",
                    "hopeless"));
          }
        });
  }

  /** Older states, which no branch shows but which can be asked for. */
  private void checkHistory() {
    for (CommitRecord commit : Retention.everything(store).keptCommits()) {
      if (!soundness.isNamed(commit.id())) {
        List<String> problems =
            soundness.problems(commit).values().stream().flatMap(List::stream).toList();
        if (!problems.isEmpty()) {
          findings.add(
              new Finding(
                  "commit " + commit.id(),
                  String.join("; ", problems),
                  "only this older state is lost; restore the files from a copy to read it again",
                  "hopeless"));
        }
      }
    }
  }

  private RepairReport report() {
    List<TableRepair> rows = new ArrayList<>();
    CommitRecord main = null;
    try {
      main = store.head("main").map(Head::commit).orElse(null);
    } catch (DamagedGraphException _) {
      // It is among the findings.
    }
    if (main != null) {
      main.tables().forEach((key, table) -> rows.add(row(key, table)));
    }
    return new RepairReport(
        store.root(),
        mode != RepairMode.PREVIEW,
        mode == RepairMode.FORCE,
        isMended && main != null ? main.version() : null,
        rows,
        findings);
  }

  private TableRepair row(String key, TableEntry table) {
    List<String> problems = byTable.getOrDefault(key, List.of());
    String action =
        switch (mode) {
          case PREVIEW -> "preview";
          case CONFIRM -> "refused";
          case FORCE -> isMended ? "forced" : "refused";
        };
    return new TableRepair(
        key,
        table.version(),
        table.version(),
        problems.isEmpty() ? "no_drift" : "unverifiable",
        problems.isEmpty() ? "no_op" : action,
        problems,
        problems.isEmpty() ? null : problems.getFirst());
  }
}
