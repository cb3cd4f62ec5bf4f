package io.omnigraph.query.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.RandomQueries;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.Samples;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.fixture.Suggestions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of diagnostics (docs/reference/query-language.md §12). */
class DiagnosticTest {

  /**
   * A text, its diagnostic, and what becomes of the text when its suggestion is followed.
   *
   * @param repaired absent without a suggestion
   */
  record Case(
      String text, String code, String marked, @Nullable String fix, @Nullable String repaired) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              "query name { match { $a: Author } return { $a.handle } }",
              "Q002",
              "{",
              "query name()",
              "query name (){ match { $a: Author } return { $a.handle } }"),
          new Case(
              "explain query q() { delete Author where true }",
              "Q004",
              "explain",
              null,
              " query q() { delete Author where true }"),
          new Case(
              Samples.matching("$a: Author") + " explain " + Samples.matching("$a: Author"),
              "Q004",
              "explain",
              null,
              Samples.matching("$a: Author") + "  " + Samples.matching("$a: Author")),
          new Case(
              Samples.matching("$p: Authr"),
              "T1",
              "Authr",
              "Author",
              Samples.matching("$p: Author")),
          new Case(
              Samples.matching("$p: Author $p.handle == \"x\""),
              "Q001",
              "==",
              "=",
              Samples.matching("$p: Author $p.handle = \"x\"")),
          new Case(
              Samples.matching("$p: Author $p.born > 1 && $p.active"),
              "Q001",
              "&&",
              "and",
              Samples.matching("$p: Author $p.born > 1 and $p.active")),
          new Case(
              Samples.matching("$p: Author $p.handle like \"a%\""),
              "Q001",
              "like",
              "starts_with \"a\"",
              null),
          new Case(
              Samples.matching("$a: Author $a Follows $b"),
              "Q001",
              "Follows",
              "follows",
              Samples.matching("$a: Author $a follows $b")),
          new Case(Samples.matching("$a: Author $a.born = null"), "Q001", "null", "is null", null),
          new Case(
              Samples.matching("$a: Author $a.hanle = \"é\""),
              "T6",
              "$a.hanle",
              "$a.handle",
              Samples.matching("$a: Author $a.handle = \"é\"")),
          new Case(
              "query q() { match { $a: Author } return { $a { hanle } } }",
              "T6",
              "hanle",
              "handle",
              "query q() { match { $a: Author } return { $a { handle } } }"),
          new Case(
              "query q() { match { $a: Author } return { $a { id } } }",
              "T6",
              "id",
              "@id",
              "query q() { match { $a: Author } return { $a { @id } } }"),
          new Case(
              Samples.matching("$a: Author $a.handle = \"é\" $a folows $b"),
              "T4",
              "folows",
              "follows",
              Samples.matching("$a: Author $a.handle = \"é\" $a follows $b")));

  @ParameterizedTest
  @FieldSource("CASES")
  void aRefusalCanBeRepaired(Case c) {
    QueryDiagnostic found = first(c.text());

    assertThat(found.code()).isEqualTo(c.code());
    assertThat(part(c.text(), found.position().byteOffset(), found.end().byteOffset()))
        .isEqualTo(c.marked());
    assertThat(found.fix()).isEqualTo(c.fix());
    assertThat(found.suggestion() == null ? null : repaired(c.text(), found))
        .isEqualTo(c.repaired());
  }

  @Test
  void followingASuggestionMakesARandomTextRightAgain() {
    int followed = 0;
    for (int seed = 0; seed < 2000; seed++) {
      String right = RandomQueries.next(new Random(seed)).text();
      String wrong = right.replaceFirst(" = ", " == ").replaceFirst(" or ", " || ");
      String text = wrong;
      while (Queries.parse(new SourceText("q.gq", text)) instanceof Checked.Invalid<QueryFile>) {
        text = repaired(text, first(text));
        followed++;
      }
      assertThat(text).isEqualTo(right);
    }
    System.out.println("suggestions that were followed: " + followed);
    assertThat(followed).isPositive();
  }

  private static QueryDiagnostic first(String text) {
    SourceText source = new SourceText("q.gq", text);
    Problem problem =
        switch (Queries.parse(source)) {
          case Checked.Invalid<QueryFile>(var problems) -> problems.getFirst();
          case Checked.Valid<QueryFile>(var file) ->
              Queries.check(file.queries().getFirst(), Samples.SCHEMA).problems().getFirst();
        };
    return QueryDiagnostic.of(problem, source);
  }

  private static String repaired(String text, QueryDiagnostic diagnostic) {
    QueryDiagnostic.Suggestion suggestion = diagnostic.suggestion();
    assertThat(suggestion).as(text).isNotNull();
    return Suggestions.followed(text, suggestion);
  }

  private static String part(String text, int start, int end) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(Arrays.copyOfRange(bytes, start, end), StandardCharsets.UTF_8);
  }
}
