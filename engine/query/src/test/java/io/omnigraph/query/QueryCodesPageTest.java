package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.fixture.Suggestions;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of codes: each has an example that is refused with it, and none is missing. */
class QueryCodesPageTest {

  private static final Pattern ENTRY =
      Pattern.compile("^## (\\w+)\n.*?```\n(.*?)\n```", Pattern.DOTALL | Pattern.MULTILINE);

  /** Those that no text alone is refused with. */
  private static final List<String> WITHOUT_EXAMPLE = List.of("T46", "T47");

  record Entry(String code, String example) {}

  static List<Entry> entries() {
    return ENTRY
        .matcher(text("docs/query-codes.md"))
        .results()
        .map(found -> new Entry(found.group(1), found.group(2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anExampleIsRefusedWithItsCode(Entry entry) {
    Problem problem =
        switch (Samples.parse(entry.example())) {
          case Checked.Invalid<QueryFile>(var problems) -> problems.getFirst();
          case Checked.Valid<QueryFile>(var file) ->
              Queries.check(file.queries().getFirst(), Samples.SCHEMA).problems().getFirst();
        };

    assertThat(problem.code()).isEqualTo(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anExampleParsesWhenItsSuggestionIsFollowed(Entry entry) {
    SourceText source = new SourceText("sample.gq", entry.example());
    Problem problem =
        switch (Queries.parse(source)) {
          case Checked.Invalid<QueryFile>(var problems) -> problems.getFirst();
          case Checked.Valid<QueryFile>(var file) ->
              Queries.check(file.queries().getFirst(), Samples.SCHEMA).problems().getFirst();
        };
    QueryDiagnostic.Suggestion suggestion = QueryDiagnostic.of(problem, source).suggestion();

    if (suggestion != null) {
      String mended = Suggestions.followed(entry.example(), suggestion);
      assertThat(Samples.parse(mended).problems()).as(mended).isEmpty();
    }
  }

  @Test
  void everyCodeOfTheCheckerIsOnThePage() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    Path sources =
        directoryOf("docs/query-codes.md")
            .resolve("engine/query/src/main/java/io/omnigraph/query/check");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        Pattern.compile("\"(T[0-9]+)\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add(found.group(1)));
      }
    }
    TreeSet<String> explained = new TreeSet<>(WITHOUT_EXAMPLE);
    entries().forEach(entry -> explained.add(entry.code()));

    assertThat(explained).containsAll(used);
  }

  private static String text(String page) {
    try {
      return Files.readString(directoryOf(page).resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directoryOf(String page) {
    return Stream.iterate(
            Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
        .filter(directory -> Files.exists(directory.resolve(page)))
        .findFirst()
        .orElseThrow();
  }
}
