package io.omnigraph.store.commit;

import org.jspecify.annotations.Nullable;

/**
 * The content of a branch's ref.
 *
 * @param commit the id of the commit that it points to
 * @param version of that commit
 * @param from the branch that it was created from; absent for {@code main}
 * @param renamedTo the name that the branch is about to bear; absent unless it is being renamed,
 *     and then nobody writes to it under this one any more
 */
record Pointer(String commit, long version, @Nullable String from, @Nullable String renamedTo) {

  static Pointer to(CommitRecord commit, @Nullable String from) {
    return new Pointer(commit.id(), commit.version(), from, null);
  }

  Pointer movedTo(CommitRecord next) {
    return new Pointer(next.id(), next.version(), from, null);
  }

  Pointer leavingFor(String name) {
    return new Pointer(commit, version, from, name);
  }

  Pointer arrived() {
    return new Pointer(commit, version, from, null);
  }

  Pointer createdFrom(String branch) {
    return new Pointer(commit, version, branch, renamedTo);
  }
}
