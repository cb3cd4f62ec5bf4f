package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.failure.NameTakenException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches and tags that several want to create, rename or delete at the same time. */
class NamesAtOnceTest {

  private static final int ASKING = 8;
  private static final int ROUNDS = 10;

  /** What is asked for at once, on a graph with branch and tag {@code old}; true for success. */
  record Wish(String what, Asked asked) {}

  interface Asked {

    boolean by(Graph graph, int who);
  }

  static final List<Wish> WISHES =
      List.of(
          new Wish("create a branch", (graph, _) -> graph.createBranch("new", "main")),
          new Wish(
              "delete a branch",
              (graph, _) -> graph.deleteBranch("old") instanceof BranchRemoval.Removed),
          new Wish("rename a branch", (graph, _) -> graph.renameBranch("old", "new")),
          new Wish("rename it differently", (graph, who) -> graph.renameBranch("old", "n" + who)),
          new Wish(
              "create a tag",
              (graph, _) -> graph.createTag("new", ReadTarget.main(), null, null).isPresent()),
          new Wish("delete a tag", (graph, _) -> graph.deleteTag("old")));

  @TempDir Path directory;

  private Graph graph;

  @BeforeEach
  void create() {
    graph =
        Graphs.create(
            directory.resolve("n.omni").toString(),
            TestSchemas.people(),
            Optional.empty(),
            FaultPoints.none());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("WISHES")
  void exactlyOneOfManyGetsItsWish(Wish wish) throws InterruptedException, ExecutionException {
    for (int round = 0; round < ROUNDS; round++) {
      prepare();

      assertThat(successes(wish)).as(wish.what()).isOne();
    }
  }

  @Test
  void aNameAsLongAsFilesMayBeIsUsable() {
    String longest = "é".repeat(FileNames.MOST_BYTES / 6) + "x".repeat(FileNames.MOST_BYTES % 6);

    assertThat(BranchNames.problem(longest)).isEmpty();
    assertThat(graph.createBranch(longest, "main")).isTrue();
    assertThat(graph.renameBranch(longest, longest.replace('é', 'ü'))).isTrue();
    assertThat(graph.createTag(longest, ReadTarget.main(), null, null)).isPresent();
    assertThat(graph.deleteTag(longest)).isTrue();
  }

  @Test
  void aLongerNameIsRefusedAndNamesNothing() {
    String longer = "é".repeat(FileNames.MOST_BYTES / 6 + 1);

    assertThat(BranchNames.problem(longer))
        .contains(
            "the name `%s` is too long: expected at most %d bytes when it is percent-encoded, found %d"
                .formatted(longer, FileNames.MOST_BYTES, 6 * longer.length()));
    assertThatThrownBy(() -> graph.snapshot(new ReadTarget.Branch(longer)))
        .isInstanceOf(NoSuchTargetException.class);
    assertThatThrownBy(() -> graph.snapshot(new ReadTarget.Tag("x".repeat(300))))
        .isInstanceOf(NoSuchTargetException.class);
    assertThatThrownBy(() -> graph.createBranch(longer, "main"))
        .isInstanceOf(GraphFailureException.class)
        .hasMessageContaining("is too long");
    assertThatThrownBy(() -> graph.createTag(longer, ReadTarget.main(), null, null))
        .isInstanceOf(GraphFailureException.class)
        .hasMessageContaining("is too long");
    assertThat(graph.deleteTag(longer)).isFalse();
  }

  /** What is refused while branch and tag {@code old} are there. */
  static final List<Wish> TWINS =
      List.of(
          new Wish("the branches `old` and `Old`", (graph, _) -> graph.createBranch("Old", "main")),
          new Wish("the branches `main` and `MAIN`", (g, _) -> g.createBranch("MAIN", "main")),
          new Wish("the branches `old` and `OLD`", (graph, _) -> graph.renameBranch("old", "OLD")),
          new Wish(
              "the branches `main` and `Main`", (graph, _) -> graph.renameBranch("old", "Main")),
          new Wish(
              "the tags `old` and `oLd`",
              (graph, _) -> graph.createTag("oLd", ReadTarget.main(), null, null).isPresent()));

  @ParameterizedTest
  @FieldSource("TWINS")
  void aNameThatDiffersOnlyInCaseIsRefusedAndNothingChanges(Wish wish) {
    prepare();

    assertThatThrownBy(() -> wish.asked().by(graph, 0))
        .isInstanceOf(GraphFailureException.class)
        .hasMessage(
            wish.what()
                + " differ only in case, and are one file on some systems; choose another name");
    assertThat(graph.branches()).containsExactly("main", "old");
    assertThat(graph.tags()).extracting(Tag::name).containsExactly("old");
  }

  @Test
  void aNameIsFreeInAnyCaseWhenItsBranchIsGone() {
    prepare();
    graph.deleteBranch("old");
    graph.deleteTag("old");

    assertThat(graph.createBranch("Old", "main")).isTrue();
    assertThat(graph.createTag("OLD", ReadTarget.main(), null, null)).isPresent();
  }

  /** On the disk letters beyond ASCII are percent-encoded, so that their case is kept apart. */
  @Test
  void namesThatNoSystemTakesForOneAreTwoNames() {
    assertThat(graph.createBranch("zürich", "main")).isTrue();
    assertThat(graph.createBranch("zÜrich", "main")).isTrue();

    assertThat(graph.branches()).containsExactly("main", "zÜrich", "zürich");
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch", "renaming", "tag"})
  void twoThatDifferOnlyInCaseAreNeverMadeAtOnce(String kind)
      throws InterruptedException, ExecutionException {
    for (int round = 0; round < ROUNDS; round++) {
      prepare();
      IntStream.range(0, ASKING).forEach(who -> graph.createBranch("from" + who, "main"));

      successes(
          new Wish(
              kind,
              (g, who) -> {
                String name = who % 2 == 0 ? "twin" : "Twin";
                return switch (kind) {
                  case "branch" -> g.createBranch(name, "main");
                  case "renaming" -> g.renameBranch("from" + who, name);
                  default -> g.createTag(name, ReadTarget.main(), null, null).isPresent();
                };
              }));

      List<String> names =
          Stream.concat(graph.branches().stream(), graph.tags().stream().map(Tag::name)).toList();
      assertThat(names).hasSizeBetween(ASKING + 3, ASKING + 4);
      assertThat(names.stream().filter(name -> name.equalsIgnoreCase("twin")).toList())
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private void prepare() {
    graph.branches().stream().filter(b -> !b.equals("main")).forEach(graph::deleteBranch);
    graph.tags().forEach(tag -> graph.deleteTag(tag.name()));
    graph.createBranch("old", "main");
    graph.createTag("old", ReadTarget.main(), null, null);
  }

  /** Each asks through a graph of its own, as another process would. */
  private long successes(Wish wish) throws InterruptedException, ExecutionException {
    List<Graph> graphs =
        IntStream.range(0, ASKING)
            .mapToObj(_ -> Graphs.open(graph.uri(), FaultPoints.none()))
            .toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(ASKING)) {
      List<Callable<Boolean>> asking =
          IntStream.range(0, ASKING)
              .<Callable<Boolean>>mapToObj(who -> () -> isGranted(wish, graphs.get(who), who))
              .toList();
      long granted = 0;
      for (Future<Boolean> end : pool.invokeAll(asking)) {
        granted += end.get() ? 1 : 0;
      }
      return granted;
    } finally {
      graphs.forEach(Graph::close);
    }
  }

  private static boolean isGranted(Wish wish, Graph graph, int who) {
    try {
      return wish.asked().by(graph, who);
    } catch (NoSuchTargetException | NameTakenException _) {
      return false;
    }
  }
}
