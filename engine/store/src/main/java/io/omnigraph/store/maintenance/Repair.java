package io.omnigraph.store.maintenance;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.maintenance.RepairReport.Finding;
import io.omnigraph.graph.maintenance.RepairReport.TableRepair;
import io.omnigraph.store.change.BranchWriter;
import io.omnigraph.store.commit.BranchRef;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.NamedStates;
import io.omnigraph.store.commit.TableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a graph and mends it. Nothing can get ahead of what is published here, so a sound graph
 * has no drift; what is left to find is damage: files that are gone, cut short or changed. A branch
 * with a damaged head is mended by a new commit with the rows of its last sound state.
 *
 * <p>Everything is derived from one reading of the graph, and damage is looked at again before it
 * is believed, because others write and clean up meanwhile.
 */
final class Repair {

  private final StoredMaintenance.Parts parts;
  private final GraphStore store;
  private final RepairMode mode;
  private final NamedStates named;
  private final Soundness soundness;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedMap<String, SortedSet<String>> byTable = new TreeMap<>();
  private final Set<String> told = new HashSet<>();
  private boolean isMended;

  Repair(StoredMaintenance.Parts parts, RepairMode mode) {
    this.parts = parts;
    this.store = parts.store();
    this.mode = mode;
    this.named = store.named();
    this.soundness = new Soundness(store, parts.tables(), named);
  }

  RepairReport run() {
    named.branches().values().forEach(this::checkBranch);
    named.tags().forEach(this::checkTag);
    checkHistory();
    return report();
  }

  private void checkBranch(BranchRef first) {
    BranchRef ref = first;
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      Optional<Damage> damage = damage(ref);
      if (damage.isEmpty() || isSettled(ref, damage.get())) {
        return;
      }
      // Somebody has moved the branch: what it is now is looked at, and not what it was.
      BranchRef now = store.named().branches().get(ref.branch());
      if (now == null) {
        return;
      }
      ref = now;
    }
    findings.add(
        new Finding(
            "branch " + ref.branch(),
            "its head is damaged, and others moved it every time that it was to be mended",
            "stop the writers of the branch and run the command again",
            "refused"));
  }

  private Optional<Damage> damage(BranchRef ref) {
    Head head;
    try {
      head = store.head(ref);
    } catch (DamagedGraphException e) {
      return Optional.of(new Damage(null, String.valueOf(e.getMessage())));
    }
    SortedMap<String, List<String>> problems = confirmed(head.commit());
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    problems.forEach(
        (key, found) -> byTable.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(found));
    return Optional.of(
        new Damage(
            head,
            "the head of branch `%s` is damaged: %s".formatted(ref.branch(), text(problems))));
  }

  /** Says what is wrong, mends it if the mode says so, and returns whether that is the end. */
  private boolean isSettled(BranchRef ref, Damage damage) {
    Restoration restoration =
        new Restoration(parts, new Soundness(store, parts.tables(), store.named()));
    Optional<CommitRecord> sound = restoration.lastSound(ref.branch(), damage.head());
    String subject = "branch " + ref.branch();
    if (sound.isEmpty()) {
      findings.add(
          new Finding(
              subject,
              damage.explanation(),
              "no sound state of the branch is left; restore the graph from a copy",
              "hopeless"));
      return true;
    }
    if (damage.head() != null && sound.get().id().equals(damage.head().commit().id())) {
      return false;
    }
    String action = mode == RepairMode.PREVIEW ? "preview" : "refused";
    if (mode == RepairMode.FORCE) {
      CommitRecord next = restoration.restored(ref.branch(), damage.head(), sound.get());
      store.writeCommits(List.of(next));
      if (!store.pointBranch(ref, next)) {
        store.discardCommit(next);
        return false;
      }
      isMended = true;
      action = "forced";
    }
    String remedy =
        "go back to commit %s, version %d, with `omnigraph repair --confirm --force`"
            .formatted(sound.get().id(), sound.get().version());
    findings.add(new Finding(subject, damage.explanation(), remedy, action));
    return true;
  }

  /** What is wrong with a commit at a second look too, and only while the commit is to be kept. */
  private SortedMap<String, List<String>> confirmed(CommitRecord commit) {
    SortedMap<String, List<String>> first = soundness.problems(commit);
    if (first.isEmpty()) {
      return first;
    }
    SortedMap<String, List<String>> second =
        new Soundness(store, parts.tables(), store.named()).problems(commit);
    Retention now = Retention.everything(store, store.named());
    return now.kept().contains(commit.id()) ? second : new TreeMap<>();
  }

  /** What was found, without what was said before. */
  private String text(SortedMap<String, List<String>> problems) {
    List<String> all = problems.values().stream().flatMap(Collection::stream).distinct().toList();
    List<String> fresh = all.stream().filter(told::add).toList();
    int known = all.size() - fresh.size();
    List<String> parts = new ArrayList<>(fresh);
    if (known > 0) {
      parts.add("%d of the problems above concern it too".formatted(known));
    }
    return String.join("; ", parts);
  }

  private void checkTag(String tag, String id) {
    Optional<CommitRecord> commit = readable(id);
    String problem =
        commit
            .map(found -> text(confirmed(found)))
            .orElse("commit " + id + " is not found or cannot be read");
    if (!problem.isEmpty() && id.equals(store.named().tags().get(tag))) {
      findings.add(
          new Finding(
              "tag " + tag,
              problem,
              "delete the tag, or restore the files from a copy",
              "hopeless"));
    }
  }

  /** Older states, which no branch shows but which can be asked for. */
  private void checkHistory() {
    Set<String> names = named.commits();
    for (CommitRecord commit : Retention.everything(store, named).keptCommits()) {
      SortedMap<String, List<String>> problems =
          names.contains(commit.id()) ? new TreeMap<>() : confirmed(commit);
      if (!problems.isEmpty()) {
        findings.add(
            new Finding(
                "commit " + commit.id(),
                text(problems),
                "only this older state is lost; restore the files from a copy to read it again",
                "hopeless"));
      }
    }
  }

  private Optional<CommitRecord> readable(String id) {
    try {
      return store.commit(id);
    } catch (DamagedGraphException _) {
      // Whoever asks looks for a commit that can be read; this one is reported where it is named.
      return Optional.empty();
    }
  }

  private RepairReport report() {
    List<TableRepair> rows = new ArrayList<>();
    CommitRecord main = null;
    try {
      main =
          isMended
              ? store.head("main").map(Head::commit).orElse(null)
              : store.head(named.main()).commit();
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
    List<String> problems = List.copyOf(byTable.getOrDefault(key, new TreeSet<>()));
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

  /**
   * What is wrong with the head of a branch.
   *
   * @param head absent when its commit cannot be read
   */
  private record Damage(@Nullable Head head, String explanation) {}
}
