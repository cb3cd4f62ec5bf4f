package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.NetworkOfAuthors;
import io.omnigraph.execute.fixture.Reads;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of conditions (docs/reference/query-language.md §4.3). */
class TruthTableTest {

  private static final MemoryGraph GRAPH = NetworkOfAuthors.inMemory();

  /** A condition with the parameters that it needs, and what it keeps. */
  record Case(String parameters, Map<String, Object> values, String match, String found) {

    static Case of(String clause, String found) {
      return new Case("", Map.of(), "$a: Author " + clause, found);
    }

    static Case book(String clause, String found) {
      return new Case("$q: String?", Map.of(), "$b: Book " + clause, found);
    }

    Case with(String declared, Map<String, Object> given) {
      return new Case(declared, given, match, found);
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.of("$a.born = 1970 or $a.born = 1990", "ann dov"),
          Case.of("$a.active or $a.born = 1980 and $a.handle = \"ben\"", "ann ben dov"),
          Case.of("($a.active or $a.born = 1980) and $a.handle = \"ben\"", "ben"),
          Case.of("$a.active", "ann dov"),
          Case.of("not $a.active", "ben"),
          Case.of("$a.active = false", "ben"),
          Case.of("$a.born > 1975 and $a.active", "dov"),
          Case.of("$a.born > 1975 or $a.active", "ann ben dov"),
          Case.of("not $a.born > 1975", "ann"),
          Case.of("not ($a.born > 1975) or $a.born is null", "ann cyd"),
          Case.of("not $a.active is null", "ann ben dov"),
          Case.of("($a.born > 1975) = $a.active", "dov"),
          Case.of("($a.born > 1975) is null", "cyd"),
          Case.of("not ($a.tags contains \"essay\")", "ben"),
          Case.of("not { $a.tags contains \"essay\" }", "ben cyd"),
          Case.of("$a.born in [1970, 1990]", "ann dov"),
          Case.of("not ($a.born in [1970, 1990])", "ben"),
          Case.of("$a.born in []", ""),
          Case.of("not ($a.born in [])", "ann ben dov"),
          Case.of("\"essay\" in $a.tags", "ann dov"),
          Case.of("$y is null or $a.born = $y", "ann ben cyd dov").with("$y: I32?", Map.of()),
          Case.of("$y is null or $a.born = $y", "ben").with("$y: I32?", Map.of("y", 1980L)),
          Case.of("$a.born = $y", "").with("$y: I32?", Map.of()),
          Case.of("not ($a.born = $y)", "").with("$y: I32?", Map.of()),
          Case.of("($a.born > 1975) in [true]", "ben dov"),
          Case.of("$flag $e: Author $e.handle = $a.handle", "ann ben cyd dov")
              .with("$flag: Bool", Map.of("flag", true)),
          Case.of("$l contains $a.handle", "ben").with("$l: [String]", Map.of("l", List.of("ben"))),
          Case.of("$a.handle starts_with \"a\" or $a.handle ends with \"v\"", "ann dov"),
          Case.of("$a.handle contains \"n\"", "ann ben"),
          Case.of("\"a ben b\" contains $a.handle", "ben"),
          Case.of("$a.handle in $hs", "ben")
              .with("$hs: [String]", Map.of("hs", List.of("ben", "zz"))),
          Case.of("$a.handle in $hs", "").with("$hs: [String]", Map.of("hs", List.of())),
          Case.of("$a.handle in [$h, \"dov\"]", "ann dov").with("$h: String", Map.of("h", "ann")),
          Case.of("$a.handle in [$h, \"dov\"]", "dov").with("$h: String?", Map.of()),
          Case.of("$a.born in [1970, 1980.5]", "ann"),
          Case.of("$a.@id = \"ann\"", "ann"),
          Case.of("$b: Author {handle: \"ben\"} $a.born < $b.born or $a.born is null", "ann cyd"),
          Case.of("$a: Author { active: $f and $n > 3 }", "ann dov")
              .with("$f: Bool, $n: I32", Map.of("f", true, "n", 4L)),
          Case.of("$a: Author { active: $f or $n > 3 }", "")
              .with("$f: Bool, $n: I32?", Map.of("f", false)),
          Case.of("$a: Author { active: $f or true }", "ann dov").with("$f: Bool?", Map.of()),
          Case.book("search($b.title, \"water\") or $b.pages < 100", "b1 b2 b3"),
          Case.book("not search($b.title, \"water\")", "b3"),
          Case.book("search($b.title, \"water\") = false", "b3"),
          Case.book("search($b.title, $q)", ""),
          Case.book("not search($b.title, $q)", ""),
          Case.book("not search($b.title, \"\")", "b1 b2 b3"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " conditions");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aConditionKeepsTheRowsOfWhichItIsTrue(Case c) {
    String column = c.match().startsWith("$b") ? "$b.isbn" : "$a.handle";
    String source =
        Reads.query(c.parameters(), "match { " + c.match() + " } return { " + column + " as x }");

    List<String> found =
        Reads.run(source, c.values(), GRAPH).rows().stream()
            .map(row -> String.valueOf(row.get("x")))
            .sorted()
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(c.found());
  }

  @Test
  void aTestIsAColumnThatCanBeNull() {
    String source =
        Reads.query(
            "",
            "match { $a: Author } return { $a.handle, $a.born > 1975 as later }"
                + " order { later, $a.handle }");

    assertThat(Reads.run(source, Map.of(), GRAPH).rows().stream().map(Map::toString))
        .containsExactly(
            "{a.handle=cyd, later=null}",
            "{a.handle=ann, later=false}",
            "{a.handle=ben, later=true}",
            "{a.handle=dov, later=true}");
  }

  @Test
  void groupsAreMadeByATest() {
    String source =
        Reads.query(
            "",
            "match { $a: Author } return { $a.active is null as q, count($a) as n,"
                + " count($a.born > 1975) as known } order { $a.active is null }");

    assertThat(Reads.run(source, Map.of(), GRAPH).rows().stream().map(Map::toString))
        .containsExactly("{q=false, n=3, known=3}", "{q=true, n=1, known=0}");
  }
}
