package io.omnigraph.plugin.query.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.graph.Graphs;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every route of queries answers when something is not as it should be. */
class QueryRoutesInTroubleTest {

  private static final String ALL = "query all() { match { $a: Author } return { $a } }";
  private static final String BORN =
      "query born($year: I32) { match { $a: Author {born: $year} } return { $a.handle } }";
  private static final String ADD =
      "query add($handle: String) { insert Author { handle: $handle } }";
  private static final String CHANGE =
      "query change($handle: String) { update Author set { born: 7 } where handle = $handle }";
  private static final Map<String, String> STORED =
      Map.of("all", ALL, "add", ADD, "born", BORN, "change", CHANGE);

  @TempDir private Path directory;

  private ServedGraph served;
  private Library library;

  @BeforeEach
  void createGraph() {
    StoredAuthors.in(root()).close();
    // Opened anew, so that nothing is in memory that is not on the disk.
    served =
        new ServedGraph(
            new Address("graph", "library"), Graphs.open(root().toString(), FaultPoints.none()));
    library = new Library(served, directory);
  }

  @AfterEach
  void closeGraph() {
    served.graph().close();
  }

  @Test
  void aDamagedGraphAnswersTheSameOnEveryRoute() throws IOException {
    List<Supplier<String>> requests = requests("main");
    Files.writeString(root().resolve("refs/main.json"), "{");

    assertThat(requests)
        .extracting(Supplier::get)
        .allSatisfy(
            answer -> assertThat(answer).startsWith("409 ").doesNotContain(directory.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "cut", "empty", "garbled"})
  void aFileOfRowsThatIsNotWholeIsDamageOnEveryRoute(String how) throws IOException {
    List<Supplier<String>> requests = requests("main");
    try (Stream<Path> files = Files.walk(root().resolve("tables"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".lance")).toList()) {
        damage(file, how);
      }
    }

    assertThat(requests)
        .extracting(Supplier::get)
        .allSatisfy(
            answer -> assertThat(answer).startsWith("409 ").doesNotContain(directory.toString()));
  }

  @Test
  void anUnknownBranchIsNotFoundOnEveryRoute() {
    assertThat(requests("night"))
        .extracting(Supplier::get)
        .allSatisfy(answer -> assertThat(answer).startsWith("404 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "é", "😀"})
  void aNameOfThreeHundredLettersIsNeverTheServersFault(String letter) {
    assertThat(requests(letter.repeat(300)))
        .extracting(Supplier::get)
        .allSatisfy(
            answer -> assertThat(answer).containsPattern("^40[04] ").doesNotContain("File name"));
    assertThat(
            Library.handled(
                library.<byte[]>route("invokeQuery", STORED),
                library.request(letter.repeat(300), "")))
        .isEqualTo("404 stored query not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "// nothing but a comment", "\uFEFF"})
  void aTextWithoutAQuerySaysSo(String text) {
    var reading = new QueryRequest(text, null, null, null, null, null);
    var changing = new ChangeRequest(text, null, null, null, null);

    assertThat(
            List.of(
                Library.handled(
                    library.<QueryRequest>route("query", STORED),
                    new FakeRequest<>(served, Map.of(), reading)),
                Library.handled(
                    library.<ChangeRequest>route("mutate", STORED),
                    new FakeRequest<>(served, Map.of(), changing))))
        .allSatisfy(
            answer -> assertThat(answer).startsWith("400 ").contains("the query text is empty"));
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    switch (how) {
      case "missing" -> Files.delete(file);
      case "cut" -> Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
      case "empty" -> Files.write(file, new byte[0]);
      default -> Files.write(file, new byte[whole.length]);
    }
  }

  private List<Supplier<String>> requests(String branch) {
    Route<byte[], ?> invoke = library.route("invokeQuery", STORED);
    Route<QueryRequest, ?> query = library.route("query", STORED);
    Route<ChangeRequest, ?> mutate = library.route("mutate", STORED);
    String on = "{\"branch\":\"" + branch + "\",\"params\":";
    var reading = new QueryRequest(ALL, null, null, branch, null, null);
    var changing =
        new ChangeRequest(
            "query f() { update Author set { born: 7 } where handle = \"ann\" }",
            null,
            null,
            branch,
            null);
    return List.of(
        () -> Library.handled(invoke, library.request("all", on + "{}}")),
        () -> Library.handled(invoke, library.request("born", on + "{\"year\":1970}}")),
        () -> Library.handled(invoke, library.request("add", on + "{\"handle\":\"ann\"}}")),
        () -> Library.handled(invoke, library.request("change", on + "{\"handle\":\"ann\"}}")),
        () -> Library.handled(query, new FakeRequest<>(served, Map.of(), reading)),
        () -> Library.handled(mutate, new FakeRequest<>(served, Map.of(), changing)));
  }

  private Path root() {
    return directory.resolve("library.omni");
  }
}
