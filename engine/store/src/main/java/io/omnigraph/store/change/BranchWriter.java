package io.omnigraph.store.change;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.StaleTable;
import io.omnigraph.graph.failure.UnknownOutcomeException;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.table.TableStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The writers of one branch of an open graph. They take turns, each on the state that the one
 * before has left in memory, and make what they did durable together: the first of a group queues
 * up once more behind all who wait, and publishes for everybody who had a turn meanwhile. A single
 * writer finds nobody waiting and publishes at once. Safe for use by many threads.
 */
public final class BranchWriter {

  /** How often something is tried when others move the branch. */
  public static final int ATTEMPTS = 10;

  /** No group has ended then, so that the head is asked for anew. */
  private static final long NEVER = -1;

  private static final long PAUSE_NANOS = 2_000_000;

  private final Supplier<Head> heads;
  private final Function<CommitRecord, Schema> schemas;
  private final TableStore tables;
  private final Publisher publisher;
  private final Executor publishing =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("publish-", 0).factory());

  /** Fair, so that a writer who asks again comes after all who wait already. */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** The group that the next turn adds to; guarded by the turn. */
  private @Nullable Group open;

  /** How many groups have ended. */
  private final AtomicLong ended = new AtomicLong();

  /**
   * The writers of a branch.
   *
   * @param heads where the branch points now, asked anew for each group
   */
  public BranchWriter(
      Supplier<Head> heads,
      Function<CommitRecord, Schema> schemas,
      TableStore tables,
      Publisher publisher) {
    this.heads = heads;
    this.schemas = schemas;
    this.tables = tables;
    this.publisher = publisher;
  }

  /**
   * Runs work in a transaction and commits what it did.
   *
   * @see io.omnigraph.graph.Graph#write
   */
  public <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work) {
    long endedBefore = ended.get();
    Head start = heads.get();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Optional<WriteOutcome<R>> outcome = attempt(start, endedBefore, request, work);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (WriteRejected e) {
        throw e;
      } catch (RuntimeException e) {
        // A head that others have moved away from may be cleaned up while it is read.
        if (!publisher.isGivenUp(start.commit())) {
          throw e;
        }
        endedBefore = NEVER;
      }
      pause(attempt);
    }
    return new WriteOutcome.Conflict<>(movedTooOften(request.branch()), null);
  }

  /**
   * Publishes something that is ready, while no writer has a turn.
   *
   * @param publication empty when somebody moved the branch; it is then tried again
   * @return empty when that happened every time
   */
  public <R> Optional<R> alone(Supplier<Optional<R>> publication) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      turn.lock();
      try {
        Group waiting = open;
        if (waiting != null) {
          publish(waiting);
        }
        Optional<R> outcome = publication.get();
        ended.incrementAndGet();
        if (outcome.isPresent()) {
          return outcome;
        }
      } finally {
        turn.unlock();
      }
      pause(attempt);
    }
    return Optional.empty();
  }

  /** Says that others got ahead every time. */
  public static String movedTooOften(String branch) {
    return "branch `%s` was moved by other writers %d times in a row; try again"
        .formatted(branch, ATTEMPTS);
  }

  private static void pause(int attempt) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS * (attempt + 1)));
  }

  /** How many writers wait for their turn, roughly. */
  int waiting() {
    return turn.getQueueLength();
  }

  /** Empty when what the work was based on did not come to be. */
  private <R> Optional<WriteOutcome<R>> attempt(
      Head start, long endedBefore, WriteRequest request, Function<Transaction, R> work) {
    Taken<R> taken;
    turn.lock();
    try {
      Group known = open;
      Group group =
          known == null ? new Group(endedBefore == ended.get() ? start : heads.get()) : known;
      taken = take(group, start, request, work);
    } finally {
      turn.unlock();
    }
    if (taken.group().isEmpty()) {
      return Optional.of(taken.result().in(List.of()));
    }
    if (taken.leads()) {
      turn.lock();
      try {
        publish(taken.group());
      } finally {
        turn.unlock();
      }
    }
    return switch (taken.group().await()) {
      case Group.End.Published(var commits) -> Optional.of(taken.result().in(commits));
      case Group.End.Lost _ -> Optional.empty();
      case Group.End.Unknown _ -> taken.result().unknown(taken.group().drafts());
      case Group.End.Failed(var failure) -> {
        if (taken.result() instanceof Result.Written<R>) {
          throw failure;
        }
        yield Optional.empty();
      }
    };
  }

  private <R> Taken<R> take(
      Group group, Head start, WriteRequest request, Function<Transaction, R> work) {
    Ground ground = group.ground();
    Workspace workspace = new Workspace(ground, schemas.apply(ground.commit()), tables);
    R result;
    try {
      result = work.apply(workspace);
      if (!workspace.isChanged()) {
        return new Taken<>(group, false, new Result.Nothing<>(result));
      }
      workspace.check();
    } catch (RuntimeException e) {
      return new Taken<>(group, false, new Result.Refused<>(e));
    }
    Optional<StaleTable> stale = Staleness.of(workspace, Ground.of(start.commit()), tables);
    if (stale.isPresent()) {
      return new Taken<>(group, false, new Result.Stale<>(stale.get()));
    }
    Draft draft = publisher.draft(workspace, request);
    boolean isShared = publisher.isShared(draft);
    if (!isShared && !group.isEmpty()) {
      publish(group);
      return take(new Group(heads.get()), start, request, work);
    }
    int place = group.add(draft);
    open = group;
    if (!isShared) {
      group.close();
    }
    if (group.isClosed()) {
      publish(group);
    }
    return new Taken<>(group, place == 0, new Result.Written<>(result, place));
  }

  /** Publishes a group unless that is done. Called by whoever has the turn. */
  private void publish(Group group) {
    if (group.isSettled()) {
      return;
    }
    open = null;
    // Elsewhere, because a writer whose client goes away may be interrupted, and files that an
    // interrupted thread works on are closed; the others of its group are not to suffer from that.
    try {
      group.settle(CompletableFuture.supplyAsync(() -> published(group), publishing).join());
    } catch (CompletionException e) {
      group.settle(new Group.End.Failed(e));
    } finally {
      ended.incrementAndGet();
    }
  }

  private Group.End published(Group group) {
    try {
      return publisher
          .publish(group.head(), group.drafts())
          .<Group.End>map(Group.End.Published::new)
          .orElseGet(Group.End.Lost::new);
    } catch (UnknownOutcomeException e) {
      return new Group.End.Unknown(e);
    } catch (RuntimeException e) {
      return new Group.End.Failed(e);
    }
  }

  /**
   * What came of a turn.
   *
   * @param group that the turn was part of, and without which its result means nothing
   * @param leads whether the group waits for this writer to publish it
   */
  private record Taken<R>(Group group, boolean leads, Result<R> result) {}

  /** What a turn has come to, provided that the group it was part of becomes durable. */
  private sealed interface Result<R> {

    WriteOutcome<R> in(List<CommitRecord> commits);

    /** The outcome when it is not known whether the group is durable; empty to try again. */
    default Optional<WriteOutcome<R>> unknown(List<Draft> drafts) {
      return Optional.empty();
    }

    record Written<R>(R value, int place) implements Result<R> {

      @Override
      public WriteOutcome<R> in(List<CommitRecord> commits) {
        return new WriteOutcome.Committed<>(value, commits.get(place).toCommit());
      }

      @Override
      public Optional<WriteOutcome<R>> unknown(List<Draft> drafts) {
        CommitRecord commit = drafts.get(place).record();
        return Optional.of(
            new WriteOutcome.Unknown<>(
                GraphFailure.UnknownOutcome.of(commit.branch(), commit.id())));
      }
    }

    record Nothing<R>(R value) implements Result<R> {

      @Override
      public WriteOutcome<R> in(List<CommitRecord> commits) {
        return new WriteOutcome.Unchanged<>(value);
      }
    }

    record Stale<R>(StaleTable table) implements Result<R> {

      @Override
      public WriteOutcome<R> in(List<CommitRecord> commits) {
        return new WriteOutcome.Conflict<>(table.message(), table);
      }
    }

    record Refused<R>(RuntimeException failure) implements Result<R> {

      @Override
      public WriteOutcome<R> in(List<CommitRecord> commits) {
        throw failure;
      }
    }
  }
}
