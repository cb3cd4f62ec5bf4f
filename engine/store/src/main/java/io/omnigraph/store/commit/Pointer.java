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
 * @param mark changes when the branch is made and with every cleanup, and lasts through writes;
 *     absent until then
 */
record Pointer(
    String commit,
    long version,
    @Nullable String from,
    @Nullable String renamedTo,
    @Nullable String mark) {

  static Pointer to(CommitRecord commit, @Nullable String from, String mark) {
    return new Pointer(commit.id(), commit.version(), from, null, mark);
  }

  Pointer movedTo(CommitRecord next) {
    return new Pointer(next.id(), next.version(), from, null, mark);
  }

  Pointer leavingFor(String name) {
    return new Pointer(commit, version, from, name, mark);
  }

  Pointer arrived() {
    return new Pointer(commit, version, from, null, mark);
  }

  Pointer createdFrom(String branch) {
    return new Pointer(commit, version, branch, renamedTo, mark);
  }

  Pointer marked(String newMark) {
    return new Pointer(commit, version, from, renamedTo, newMark);
  }
}
