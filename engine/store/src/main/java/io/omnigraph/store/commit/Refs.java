package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.failure.NameTakenException;
import io.omnigraph.graph.failure.OvertakenException;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The branches of a graph: one small object each, so that creating and removing one costs the same
 * whatever the graph's size.
 *
 * <p>A branch is renamed in three steps: its ref is swapped for one that says where it goes, the
 * ref of the new name is made, and the old one is removed. Nobody can write to it under the old
 * name after the first step, and whoever meets what a crash has left does the rest.
 */
final class Refs {

  private static final String DIRECTORY = "refs";
  private static final String SUFFIX = ".json";

  /** How often something is read again that others change meanwhile. */
  private static final int READINGS = 1000;

  private final Storage storage;

  Refs(Storage storage) {
    this.storage = storage;
  }

  /** A branch as it is now; empty when there is none of the name. */
  Optional<Ref> find(String branch) {
    return read(branch).filter(ref -> ref.pointer().renamedTo() == null).or(() -> arrival(branch));
  }

  /**
   * The branches by name, in byte order, as they stood together: a branch that is renamed meanwhile
   * is in it under one of its names.
   */
  SortedMap<String, Ref> all() {
    List<String> names = names();
    for (int attempt = 0; attempt < READINGS; attempt++) {
      SortedMap<String, Ref> found = new TreeMap<>();
      boolean isWhole = true;
      for (String name : names) {
        Optional<Ref> ref =
            read(name).map(r -> r.pointer().renamedTo() == null ? r : arrived(name, r));
        isWhole &= ref.isPresent();
        ref.ifPresent(r -> found.put(r.branch(), r));
      }
      List<String> after = names();
      if (isWhole && after.equals(names)) {
        return found;
      }
      names = after;
    }
    throw new OvertakenException(
        "the branches of the graph are made and renamed faster than they can be read; try again");
  }

  /**
   * Marks a branch, so that no swap of it succeeds that was begun before. A branch that is gone is
   * fine.
   */
  void mark(String branch, String mark) {
    for (int attempt = 0; attempt < READINGS; attempt++) {
      Optional<Ref> found = find(branch);
      if (found.isEmpty() || mark.equals(found.get().pointer().mark())) {
        return;
      }
      Ref ref = found.get();
      byte[] marked = GraphStore.bytes(ref.pointer().marked(mark));
      if (storage.putIfUnchanged(key(ref.branch()), ref.content(), marked)) {
        return;
      }
    }
    throw new OvertakenException(
        "branch `%s` is moved faster than it can be marked; try again".formatted(branch));
  }

  /** Takes back a branch that was created at a commit and that nobody has moved. */
  void takeBack(String branch, String commit) {
    for (int attempt = 0; attempt < READINGS; attempt++) {
      Optional<Ref> ref = read(branch).filter(r -> r.pointer().commit().equals(commit));
      if (ref.isEmpty()) {
        return;
      }
      if (storage.deleteIfUnchanged(key(branch), ref.get().content())) {
        return;
      }
    }
  }

  /**
   * Creates a branch unless it exists, and says whether it did.
   *
   * @param from the branch that it is created from; absent for the first one
   * @param mark that no branch has borne
   */
  boolean create(String branch, CommitRecord at, @Nullable String from, String mark) {
    refuseUnusable(branch);
    boolean isCreated =
        find(branch).isEmpty()
            && storage.putIfAbsent(key(branch), GraphStore.bytes(Pointer.to(at, from, mark)));
    // Looked for again: of two that are made at once, one at least sees the other.
    Optional<NameTakenException> twin = isCreated ? twin(branch) : Optional.empty();
    if (twin.isPresent()) {
      takeBack(branch, at.id());
      throw twin.get();
    }
    return isCreated;
  }

  /** Moves a branch unless somebody else has moved it, and says whether it did. */
  boolean move(String branch, StoredObject read, CommitRecord to) {
    Pointer next = pointer(key(branch), read).movedTo(to);
    return storage.putIfUnchanged(key(branch), read, GraphStore.bytes(next));
  }

  /** Removes a branch unless somebody has moved it or removed it, and says whether it did. */
  boolean delete(String branch, StoredObject read) {
    return storage.deleteIfUnchanged(key(branch), read);
  }

  /** The branches that were created from one and are still there. */
  List<String> createdFrom(String branch) {
    return all().values().stream()
        .filter(ref -> branch.equals(ref.pointer().from()))
        .map(Ref::branch)
        .toList();
  }

  /**
   * Gives a branch another name unless somebody has moved it or the name is taken, and says whether
   * it did.
   */
  boolean rename(Ref branch, String name) {
    refuseUnusable(name);
    boolean isRenamed = find(name).isEmpty() && renamed(branch, name);
    Optional<NameTakenException> twin = isRenamed ? twin(name) : Optional.empty();
    if (twin.isPresent()) {
      find(name).ifPresent(ref -> renamed(ref, branch.branch()));
      throw twin.get();
    }
    return isRenamed;
  }

  private boolean renamed(Ref branch, String name) {
    Pointer leaving = branch.pointer().leavingFor(name);
    if (!storage.putIfUnchanged(
        key(branch.branch()), branch.content(), GraphStore.bytes(leaving))) {
      return false;
    }
    // Whoever came by meanwhile may have done the rest, or have taken it back.
    return read(branch.branch())
        .filter(ref -> ref.pointer().equals(leaving))
        .map(ref -> arrived(branch.branch(), ref).branch().equals(name))
        .orElseGet(() -> !isBack(branch));
  }

  /** Whether a branch that was leaving is under its old name again. */
  private boolean isBack(Ref branch) {
    return read(branch.branch())
        .filter(ref -> ref.pointer().commit().equals(branch.pointer().commit()))
        .isPresent();
  }

  private Optional<Ref> arrival(String branch) {
    for (String name : names()) {
      Optional<Ref> ref = read(name);
      if (ref.isPresent() && branch.equals(ref.get().pointer().renamedTo())) {
        return Optional.of(arrived(name, ref.get()));
      }
    }
    return Optional.empty();
  }

  /** Finishes a renaming, or takes it back when the new name was taken meanwhile. */
  private Ref arrived(String from, Ref leaving) {
    String name = Objects.requireNonNullElse(leaving.pointer().renamedTo(), from);
    Pointer arrived = leaving.pointer().arrived();
    if (!storage.putIfAbsent(key(name), GraphStore.bytes(arrived))) {
      Optional<Ref> there = read(name);
      boolean isOwn = there.map(ref -> ref.pointer().equals(arrived)).orElse(false);
      if (!isOwn) {
        storage.putIfUnchanged(key(from), leaving.content(), GraphStore.bytes(arrived));
        return read(from).orElse(leaving);
      }
    }
    storage.deleteIfUnchanged(key(from), leaving.content());
    for (String child : createdFrom(from)) {
      read(child)
          .ifPresent(ref ->
              storage.putIfUnchanged(
                  key(child), ref.content(), GraphStore.bytes(ref.pointer().createdFrom(name))));
    }
    return read(name).orElse(leaving);
  }

  private Optional<Ref> read(String branch) {
    if (!FileNames.fits(branch)) {
      return Optional.empty();
    }
    return storage
        .get(key(branch))
        .map(content -> new Ref(branch, content, pointer(key(branch), content)));
  }

  private List<String> names() {
    return storage.list(DIRECTORY).stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .map(name -> FileNames.unescaped(name))
        .sorted()
        .toList();
  }

  private Pointer pointer(String key, StoredObject content) {
    try {
      return Json.mapper().readValue(content.content(), Pointer.class);
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read `" + key + "`", e);
    }
  }

  private void refuseUnusable(String branch) {
    FileNames.problem(branch)
        .ifPresent(problem -> {
          throw new WriteRejected(problem);
        });
    twin(branch)
        .ifPresent(taken -> {
          throw taken;
        });
  }

  private Optional<NameTakenException> twin(String branch) {
    return FileNames.twin(branch, names())
        .map(twin -> new NameTakenException(FileNames.twinProblem("branches", branch, twin)));
  }

  private static String key(String branch) {
    return DIRECTORY + "/" + FileNames.escaped(branch) + SUFFIX;
  }

  /**
   * A branch as it was read.
   *
   * @param content the very content that was read, for the swap
   */
  record Ref(String branch, StoredObject content, Pointer pointer) {}
}
