package io.omnigraph.graph;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
   * it; otherwise the outcome is a conflict.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work);

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
   * The history of a branch, newest first.
   *
   * @throws NoSuchTargetException when there is no such branch
   */
  List<Commit> history(String branch);

  /** A commit of any branch. */
  Optional<Commit> commit(String id);

  /** Lets go of files and memory. Snapshots must not be used afterwards. */
  @Override
  void close();
}
