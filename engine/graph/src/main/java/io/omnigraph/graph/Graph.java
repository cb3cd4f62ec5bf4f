package io.omnigraph.graph;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.maintenance.Maintenance;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open graph. Safe for use by many threads; any number of processes may have the same graph
 * open, and the swap of a branch's ref decides between their writes. Readers never wait.
 */
public interface Graph extends AutoCloseable {

  /** The root, normalised. */
  String uri();

  /**
   * What a target holds now. The head of a branch is resolved on every call.
   *
   * @throws NoSuchTargetException when there is no such branch or commit
   */
  Snapshot snapshot(ReadTarget target);

  /**
   * Runs work in a transaction on the head of a branch and commits what it did. When another writer
   * moves the branch meanwhile, the work is run again on the new head, so it must have no effects
   * but on the transaction.
   *
   * @throws io.omnigraph.graph.write.WriteRejected when the work breaks a rule; nothing was written
   * @throws NoSuchTargetException when there is no such branch
   */
  <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work);

  /**
   * Runs work that writes very many rows to the head of a branch, and commits what it did. The work
   * is run once. Writers who meanwhile change other tables than those it depends on do not disturb
   * it; what others did to those is up to its {@link BulkWrite#rebasing}, and a conflict where that
   * does not go on.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work);

  /**
   * As {@link #writeBulk}, while no other writer of this process has a turn: for work that has lost
   * against others and must not lose again.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  <R> WriteOutcome<R> writeBulkInTurn(WriteRequest request, Function<BulkWrite, R> work);

  /** The branches, in byte order, {@code main} among them. */
  List<String> branches();

  /**
   * Creates a branch at the head of another one, at the same cost whatever the graph's size, and
   * says whether it did; it does not when there is a branch of the name.
   *
   * @throws NoSuchTargetException when there is no branch {@code from}
   */
  boolean createBranch(String name, String from);

  /**
   * Removes a branch, at the same cost whatever the graph's size. What only it reached stays on
   * disk until a cleanup.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  BranchRemoval deleteBranch(String name);

  /**
   * Gives a branch another name and says whether it did; it does not when the name is taken, or
   * when others kept moving the branch.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  boolean renameBranch(String name, String to);

  /**
   * Merges a branch into another one. The source is never changed, and the target only when the
   * outcome says so.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  MergeOutcome merge(MergeRequest request);

  /**
   * What differs between two states, of whatever branches.
   *
   * @throws NoSuchTargetException when there is no such state
   */
  GraphDiff diff(ReadTarget from, ReadTarget to);

  /** The tags, in byte order of their names. */
  List<Tag> tags();

  /**
   * Names a commit and returns the tag; empty when there is a tag of the name.
   *
   * @param target what it names now
   * @param actor absent when nobody is named
   * @param message absent when there is nothing to say
   * @throws NoSuchTargetException when there is no such target
   */
  Optional<Tag> createTag(
      String name, ReadTarget target, @Nullable String actor, @Nullable String message);

  /** Removes a tag and says whether there was one. */
  boolean deleteTag(String name);

  /**
   * The history of a branch, newest first.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  List<Commit> history(String branch);

  /**
   * A page of history, newest first.
   *
   * @throws NoSuchTargetException when there is no such branch, or the commit that the page is to
   *     follow is not in its history
   */
  List<Commit> history(HistoryPage page);

  /**
   * The commit of a target.
   *
   * @throws NoSuchTargetException when there is no such target
   */
  Commit commit(ReadTarget target);

  /** A commit that a branch or a tag reaches. */
  Optional<Commit> commit(String id);

  /** The upkeep of the graph. */
  Maintenance maintenance();

  /** Lets go of files and memory. Snapshots must not be used afterwards. */
  @Override
  void close();
}
