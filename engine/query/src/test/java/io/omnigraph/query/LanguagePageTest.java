package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.format.QueryFormatter;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the page about the language: they fit its schema and have the usual layout. */
class LanguagePageTest {

  private static final Schema SCHEMA = Samples.schema(blocks("pg").getFirst());

  static List<String> queries() {
    return blocks("gq");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void anExampleIsCorrectAndFormatted(String example) {
    for (QueryDeclaration query : Samples.parse(example).value().orElseThrow().queries()) {
      assertThat(Queries.check(query, SCHEMA).problems()).isEmpty();
    }
    assertThat(QueryFormatter.format(new SourceText("page.gq", example)).value()).hasValue(example);
  }

  @Test
  void thePageHasExamples() {
    assertThat(queries()).hasSizeGreaterThan(8);
  }

  private static List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page())
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static String page() {
    Path page =
        Stream.iterate(
                Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
            .map(directory -> directory.resolve("docs/query-language.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
