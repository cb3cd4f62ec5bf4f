package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Branches, their history, and what others do meanwhile (docs/reference/graph-engine.md §4 and §5).
 */
class BranchLifeTest {

  @TempDir private Path directory;
  private Graph graph;

  @BeforeEach
  void create() {
    graph =
        Graphs.create(
            directory.resolve("b.omni").toString(),
            TestSchemas.people(),
            Optional.empty(),
            FaultPoints.none());
    add("main", "ada");
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void aRenamedBranchKeepsItsHeadAndItsChildrenFollow() {
    graph.createBranch("parent", "main");
    graph.createBranch("child", "parent");
    add("parent", "bob");
    Commit head = graph.history("parent").getFirst();

    assertThat(graph.renameBranch("parent", "elder")).isTrue();

    assertThat(graph.branches()).containsExactly("child", "elder", "main");
    assertThat(graph.history("elder").getFirst()).isEqualTo(head);
    assertThat(graph.deleteBranch("elder")).isEqualTo(new BranchRemoval.Needed(List.of("child")));
    assertThatThrownBy(() -> graph.history("parent")).isInstanceOf(NoSuchTargetException.class);
  }

  @Test
  void aRenamingThatDiedHalfwayIsFinishedByWhoeverMeetsIt() throws IOException {
    graph.createBranch("old", "main");
    Path ref = Path.of(graph.uri(), "refs", "old.json");
    String content = Files.readString(ref);
    Files.writeString(ref, content.replaceFirst("\\{", "{ \"renamed_to\": \"new\","));

    assertThat(people("new")).isOne();
    assertThat(graph.branches()).containsExactly("main", "new");
    assertThat(Files.exists(ref)).isFalse();
    assertThat(graph.createBranch("old", "new")).isTrue();
  }

  @Test
  void aRenamingToANameThatIsTakenChangesNothing() {
    graph.createBranch("one", "main");
    graph.createBranch("two", "main");

    assertThat(graph.renameBranch("one", "two")).isFalse();
    assertThat(graph.branches()).containsExactly("main", "one", "two");
  }

  @Test
  void aDeletedNameStartsCleanAndItsCommitsAreGone() {
    graph.createBranch("night", "main");
    add("night", "bob");
    Commit lost = graph.history("night").getFirst();

    graph.deleteBranch("night");

    assertThat(graph.commit(lost.id())).isEmpty();
    assertThatThrownBy(() -> graph.snapshot(new ReadTarget.AtCommit(lost.id())))
        .hasMessage("commit '" + lost.id() + "' not found");
    graph.createBranch("night", "main");
    assertThat(people("night")).isOne();
  }

  @Test
  void aTagKeepsTheCommitsOfADeletedBranch() {
    graph.createBranch("night", "main");
    add("night", "bob");
    Commit kept = graph.history("night").getFirst();
    graph.createTag("kept", new ReadTarget.Branch("night"), null, null);

    graph.deleteBranch("night");

    assertThat(graph.commit(kept.id())).contains(kept);
    assertThat(graph.snapshot(new ReadTarget.Tag("kept")).nodes("Person").liveCount()).isEqualTo(2);
    assertThat(graph.deleteTag("kept")).isTrue();
    assertThat(graph.commit(kept.id())).isEmpty();
  }

  @Test
  void historyIsPagedAndReadAtATime() {
    Commit early = graph.history("main").getFirst();
    add("main", "bob");
    graph.createBranch("night", "main");
    add("night", "cleo");

    assertThat(graph.history(new HistoryPage("main", early.id(), 5)))
        .extracting(Commit::operation)
        .containsExactly("init");
    assertThat(graph.history(new HistoryPage(null, null, 2))).hasSize(2);
    assertThat(graph.history(new HistoryPage(null, null, 99))).hasSize(4);
    assertThat(graph.commit(new ReadTarget.AtTime("night", early.createdAt()))).isEqualTo(early);
    assertThatThrownBy(() -> graph.commit(new ReadTarget.AtTime("main", Instant.EPOCH)))
        .hasMessageContaining("branch 'main' has no commit at or before 1970");
    assertThatThrownBy(
            () -> graph.history(new HistoryPage("main", graph.history("night").getFirst().id(), 1)))
        .hasMessageContaining("not found in branch 'main'");
  }

  @Test
  void branchesAreMergedAndWrittenSideBySide() throws Exception {
    for (String branch : List.of("a", "b", "t1", "t2")) {
      graph.createBranch(branch, "main");
    }
    add("a", "ann");
    add("b", "ben");
    add("t1", "tim");
    add("t2", "tom");

    all(
        List.of(
            () -> merged("a", "t1"),
            () -> merged("a", "t2"),
            () -> merged("b", "main"),
            () -> add("main", "mia"),
            () -> graph.createBranch("g", "a"),
            () -> graph.createBranch("d", "b")));

    assertThat(people("t1")).isEqualTo(3);
    assertThat(people("t2")).isEqualTo(3);
    assertThat(people("main")).isEqualTo(3);
    assertThat(people("g")).isEqualTo(2);
    assertThat(people("d")).isEqualTo(2);
  }

  @Test
  void ofConcurrentCreationsOfOneNameOneWins() throws Exception {
    Callable<Object> creation = () -> graph.createBranch("same", "main");

    assertThat(all(List.of(creation, creation, creation))).containsOnlyOnce(true);
  }

  private Object merged(String source, String target) {
    MergeOutcome outcome = graph.merge(new MergeRequest(source, target, Grain.ROW, null, null));
    assertThat(outcome).isInstanceOfAny(MergeOutcome.Merged.class, MergeOutcome.FastForward.class);
    return outcome;
  }

  private static List<Object> all(List<Callable<Object>> works) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Object> results = new java.util.ArrayList<>();
      for (Future<Object> future : threads.invokeAll(works)) {
        results.add(future.get());
      }
      return results;
    }
  }

  private Object add(String branch, String name) {
    return graph.write(
        new WriteRequest(branch, null, "mutate"),
        t -> t.upsertNode("Person", null, Map.of("name", name)));
  }

  private int people(String branch) {
    return graph.snapshot(new ReadTarget.Branch(branch)).nodes("Person").liveCount();
  }
}
