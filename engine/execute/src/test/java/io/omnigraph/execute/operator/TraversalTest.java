package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of traversals and negations (docs/reference/query-language.md §15). */
class TraversalTest {

  private static final MemoryGraph GRAPH = Authors.inMemory();

  /**
   * A query and its rows.
   *
   * @param columns of the projection, separated by blanks
   * @param rows in any order, separated by blanks; values separated by commas
   */
  record Case(String match, String columns, String rows) {}

  private static final String ANN = "$a: Author {handle:\"ann\"} ";

  static final List<Case> CASES =
      List.of(
          new Case(ANN + "$a follows $x", "$x.handle", "ben"),
          new Case(ANN + "$a follows{1,2} $x", "$x.handle", "ben cyd"),
          new Case(ANN + "$a follows{2,2} $x", "$x.handle", "cyd"),
          new Case(ANN + "$a follows{1,9} $x", "$x.handle", "ben cyd dov"),
          new Case(ANN + "$a follows{4,9} $x", "$x.handle", ""),
          new Case(ANN + "$x follows $a", "$x.handle", "cyd"),
          new Case(ANN + "$x follows{1,2} $a", "$x.handle", "cyd ben"),
          new Case(ANN + "$a wrote $b", "$b.isbn", "b1 b2"),
          new Case(ANN + "$a wrote{1,1} $b", "$b.isbn", "b1 b2"),
          new Case("$b: Book {isbn:\"b2\"} $a wrote $b", "$a.handle", "ann ben"),
          new Case("$b: Book {isbn:\"b2\"} $b wrote $a", "$a.handle", "ann ben"),
          new Case("$a: Author $a wrote $b $b: Book {isbn:\"b1\"}", "$a.handle", "ann"),
          new Case("$a: Author $a wrote $_", "$a.handle", "ann ann ben"),
          new Case(
              "$a: Author $a wrote $b $b printedBy $p",
              "$a.handle $b.isbn $p.code",
              "ann,b1,p1 ann,b2,p1 ben,b2,p1"),
          new Case(ANN + "$a follows $f $a wrote $b", "$f.handle $b.isbn", "ben,b1 ben,b2"),
          new Case(
              "$p: Press $b printedBy $p $a wrote $b",
              "$a.handle $b.isbn $p.code",
              "ann,b1,p1 ann,b2,p1 ben,b2,p1"),
          new Case(
              "$a wrote $b $b printedBy $p $p: Press",
              "$a.handle $b.isbn $p.code",
              "ann,b1,p1 ann,b2,p1 ben,b2,p1"),
          new Case(
              "$a: Author $p: Press",
              "$a.handle $p.code",
              "ann,p1 ann,p2 ben,p1 ben,p2 cyd,p1 cyd,p2 dov,p1 dov,p2"),
          new Case("$a: Author $a follows $b $b follows $a", "$a.handle", ""),
          new Case(
              "$a: Author $a follows $b $b follows $c $c follows $a",
              "$a.handle $b.handle $c.handle",
              "ann,ben,cyd ben,cyd,ann cyd,ann,ben"),
          new Case("$a: Author $a follows $a", "$a.handle", ""),
          new Case("$a: Author not { $a wrote $_ }", "$a.handle", "cyd dov"),
          new Case("$a: Author not { $a wrote $b $b.isbn = \"b1\" }", "$a.handle", "ben cyd dov"),
          new Case(
              "$a: Author not { $b: Book {isbn:\"b1\"} $a wrote $b }", "$a.handle", "ben cyd dov"),
          new Case(
              "$a: Author not { $a wrote $b not { $b.isbn = \"b2\" } }",
              "$a.handle",
              "ben cyd dov"),
          new Case("$a: Author not { $a follows{2,2} $_ }", "$a.handle", "dov"),
          new Case("$b: Book not { $_ wrote $b }", "$b.isbn", "b3"),
          new Case("$b: Book not { $b wrote $a }", "$b.isbn", "b3"),
          new Case(
              "$a: Author $b: Book not { $a wrote $b }",
              "$a.handle $b.isbn",
              "ann,b3 ben,b1 ben,b3 cyd,b1 cyd,b2 cyd,b3 dov,b1 dov,b2 dov,b3"),
          new Case("$a wrote $b", "$a.handle $b.isbn", "ann,b1 ann,b2 ben,b2"),
          new Case("$a: Author {active: true} $a: Author {handle: \"dov\"}", "$a.handle", "dov"),
          new Case(
              "$a: Author $b: Author $a follows $b $a follows{1,2} $b",
              "$a.handle $b.handle",
              "ann,ben ben,cyd cyd,ann cyd,dov"),
          new Case(
              "$a: Author $b: Author $a follows $b $a follows{2,3} $b", "$a.handle $b.handle", ""));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " traversals");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aPatternMatchesAsABagOfRows(Case c) {
    String projection = c.columns().replace(" ", ", ");

    String source = Reads.query("", "match { " + c.match() + " } return { " + projection + " }");
    List<String> rows =
        Reads.run(source, Map.of(), GRAPH).rows().stream()
            .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(",")))
            .toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(c.rows().split(" ")).filter(row -> !row.isEmpty()).toList());
  }
}
