package io.omnigraph.store.change;

import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableEntry.TableData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that follow each other on one branch and become durable together, each with a commit
 * of its own. Filled by those who have the {@link BranchWriter}'s turn; its end may be awaited by
 * anybody.
 */
final class Group {

  private static final int MOST_DRAFTS = 256;
  private static final int MOST_ROWS = 8192;

  private final Head head;
  private final List<Draft> drafts = new ArrayList<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private Ground ground;
  private long rows;
  private boolean isClosed;

  /** A group without transactions, to follow the head of a branch. */
  Group(Head head) {
    this.head = head;
    this.ground = Ground.of(head.commit());
  }

  /** What became of a group. */
  sealed interface End {

    /** Every commit is durable and visible; one for each transaction, in order. */
    record Published(List<CommitRecord> commits) implements End {}

    /** Somebody else moved the branch; nothing of the group is visible. */
    record Lost() implements End {}

    /** The store's answer was lost; every commit may be durable and visible. */
    record Unknown(RuntimeException failure) implements End {}

    /** The store failed; as far as is known, nothing of the group is visible. */
    record Failed(RuntimeException failure) implements End {}
  }

  Head head() {
    return head;
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  boolean isEmpty() {
    return drafts.isEmpty();
  }

  /** The state that the next transaction begins with. */
  Ground ground() {
    return ground;
  }

  /** Adds a transaction that began with {@link #ground()}, and returns its place. */
  int add(Draft draft) {
    drafts.add(draft);
    ground = ground.after(draft);
    for (StagedTable table : draft.work().changed()) {
      rows += table.staged().size() + table.dead().cardinality();
      String key = table.type().tableKey();
      isClosed |= !draft.inlined().containsKey(key) && isRewritten(head.commit().table(key).data());
    }
    isClosed |= rows > MOST_ROWS || drafts.size() == MOST_DRAFTS;
    return drafts.size() - 1;
  }

  /**
   * Whether no transaction may follow: there is much to write already, or a table has no version of
   * its own that an overlay could refer to.
   */
  boolean isClosed() {
    return isClosed;
  }

  /** Lets no transaction follow. */
  void close() {
    isClosed = true;
  }

  boolean isSettled() {
    return end.isDone();
  }

  void settle(End how) {
    end.complete(how);
  }

  /** Waits until it is known what became of the group. */
  End await() {
    return end.join();
  }

  private static boolean isRewritten(@Nullable TableData data) {
    return data == null || data.overlay() != null;
  }
}
