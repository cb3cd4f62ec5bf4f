package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of filters and nulls (docs/reference/query-language.md §15). */
class FilterTest {

  private static final MemoryGraph GRAPH = Authors.inMemory();
  private static final String NULLABLE_YEAR = "$y: I32?";
  private static final Map<String, Object> NONE = Map.of();

  /**
   * A condition on all authors and the handles of those that meet it.
   *
   * @param match everything in the block
   */
  record Case(String parameters, Map<String, Object> values, String match, String handles) {

    static Case filter(String clause, String handles) {
      return new Case("", NONE, "$a: Author " + clause, handles);
    }

    static Case map(String entries, String handles) {
      return new Case("", NONE, "$a: Author {" + entries + "}", handles);
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.filter("$a.born > 1975", "ben dov"),
          Case.filter("$a.born >= 1980", "ben dov"),
          Case.filter("$a.born < 1980", "ann"),
          Case.filter("$a.born <= 1980", "ann ben"),
          Case.filter("$a.born != 1980", "ann dov"),
          Case.filter("$a.born > 1979.5", "ben dov"),
          Case.filter("$a.born = 1980.5", ""),
          Case.filter("$a.active != true", "ben"),
          Case.filter("$a.active < true", "ben"),
          Case.filter("1975 < $a.born", "ben dov"),
          Case.filter("$a.joined >= date(\"2020-01-01\")", "ann"),
          Case.map("joined: date(\"2020-01-15\")", "ann"),
          Case.filter("$a.score > 1.5", "ann"),
          Case.filter("$a.score > 1", "ann"),
          Case.map("score: 2.5", "ann"),
          Case.filter("$a.tags contains \"essay\"", "ann dov"),
          Case.map("tags: \"essay\"", "ann dov"),
          Case.filter("[\"ann\",\"dov\"] contains $a.handle", "ann dov"),
          Case.filter("[1970, 1990] contains $a.born", "ann dov"),
          Case.filter("$a.handle contains \"n\"", "ann ben"),
          Case.filter("not { $a.born > 1975 }", "ann cyd"),
          Case.filter("not { $a.tags contains \"essay\" }", "ben cyd"),
          Case.filter("not { $a.born > 0 not { $a.born > 1975 } }", "ben cyd dov"),
          Case.filter("$b: Author $b.born < $a.born $b.handle = \"ben\"", "dov"),
          Case.filter("$b: Author {handle: \"ben\"} $a.handle = $b.handle", "ben"),
          new Case(NULLABLE_YEAR, NONE, "$a: Author $a.born = $y", ""),
          new Case(NULLABLE_YEAR, NONE, "$a: Author {born: $y}", ""),
          new Case(NULLABLE_YEAR, NONE, "$a: Author not { $a.born = $y }", "ann ben cyd dov"),
          new Case(NULLABLE_YEAR, Map.of("y", 1980L), "$a: Author $a.born = $y", "ben"),
          new Case("$h: String", Map.of("h", "x' OR '1'='1"), "$a: Author {handle: $h}", ""),
          new Case("$h: String", Map.of("h", "cyd"), "$a: Author {handle: $h}", "cyd"),
          Case.filter("$a.mood = \"angry\"", ""));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " filters");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aFilterKeepsTheRowsForWhichItIsTrue(Case c) {
    String source = Reads.query(c.parameters(), "match { " + c.match() + " } return { $a.handle }");

    List<Object> handles =
        Reads.run(source, c.values(), GRAPH).rows().stream()
            .map(row -> row.get("a.handle"))
            .toList();

    assertThat(handles)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(c.handles().split(" ")).filter(h -> !h.isEmpty()).toList());
  }
}
