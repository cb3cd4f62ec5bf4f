package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.NetworkOfAuthors;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.failure.GraphFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of hops, edges and blocks (docs/reference/query-language.md §7). */
class WalkTableTest {

  private static final MemoryGraph GRAPH = NetworkOfAuthors.inMemory();

  /** A pattern, the columns that are returned, and the rows, each with blanks between its cells. */
  record Case(String match, String columns, String rows) {

    static Case from(String handle, String clauses, String rows) {
      return new Case("$a: Author {handle: \"" + handle + "\"} " + clauses, "$x.handle", rows);
    }

    static Case authors(String clauses, String rows) {
      return new Case("$a: Author " + clauses, "$a.handle", rows);
    }

    static Case edges(String handle, String clauses, String columns, String rows) {
      return new Case("$a: Author {handle: \"" + handle + "\"} " + clauses, columns, rows);
    }
  }

  static final List<Case> HOPS =
      List.of(
          Case.from("ann", "$a follows $x", "ben"),
          Case.from("ann", "$a follows{1,2} $x", "ben, cyd"),
          Case.from("ann", "$a follows{2,2} $x", "cyd"),
          Case.from("ann", "$a follows{1,9} $x", "ben, cyd, dov"),
          Case.from("dov", "$a follows $x", "dov"),
          Case.from("dov", "$a follows{1,3} $x", "dov"),
          Case.from("dov", "$a follows{2,3} $x", ""),
          Case.from("cyd", "$a follows{1,2} $x", "ann, ben, dov"),
          Case.from("cyd", "$a follows{2,2} $x", "ben"),
          Case.from("dov", "$x follows $a", "cyd, dov"),
          Case.authors("$a follows $a", "dov"),
          Case.authors("not { $a follows $_ }", ""),
          new Case("$a: Author {handle: \"ann\"} $a wrote{1,1} $b", "$b.isbn", "b1, b2"),
          Case.from("ann", "$a <follows> $x", "ben, cyd"),
          Case.from("ann", "$a <follows>{1,2} $x", "ben, cyd, dov"),
          Case.from("dov", "$a <follows> $x", "cyd, dov"),
          Case.from("dov", "$a <follows>{2,2} $x", "ann, ben"),
          Case.authors("not { $a <cites> $_ }", ""));

  static final List<Case> EDGES =
      List.of(
          Case.edges("ann", "$a $w:follows $x", "$x.handle, $w.weight", "ben 0.5, ben 0.9"),
          Case.edges("ann", "$a $w:follows $x $w.weight > 0.6", "$x.handle, $w.weight", "ben 0.9"),
          Case.edges(
              "ann", "$a $w:<follows> $x", "$x.handle, $w.weight", "ben 0.5, ben 0.9, cyd 0.1"),
          Case.edges("dov", "$a $w:<follows> $x", "$x.handle, $w.weight", "cyd 0.4, dov 1.0"),
          new Case(
              "$a: Author $a $w:follows $x",
              "$a.handle, count($w) as n, sum($w.weight) as s",
              "ann 2 1.4, ben 1 null, cyd 2 0.5, dov 1 1.0"),
          Case.authors("not { $a $w:follows $_ $w.weight > 0.6 }", "ben, cyd"),
          new Case(
              "$a: Author $a $w:wrote $b $w.role = \"lead\"",
              "$a.handle, $b.isbn",
              "ann b1, ann b2"),
          Case.authors("count { $a $w:wrote $b } > 2", "ann"),
          Case.authors("optional { $a $w:wrote $b } $w is null", "cyd, dov"),
          new Case(
              "$a: Author $a $w:follows $x $x $v:cites $a",
              "$a.handle, $w.weight, $v.weight",
              "ann 0.5 0.2, ann 0.9 0.2, cyd 0.1 0.7"),
          Case.edges(
              "cyd",
              "$a $w:follows $x",
              "$w.@src, $w.@dst, $w.@type",
              "cyd ann Follows, cyd dov Follows"),
          new Case("$a: Author $a $_:follows $x", "count($a) as n", "6"),
          new Case("$a: Author $b: Author $a $w:<follows> $b", "count($w) as n", "11"),
          Case.edges(
              "ann", "$a \"follows\" $x $x.handle = $a.handle or $x.born > 1", "$x.handle", "ben"));

  static final List<Case> CHOICES =
      List.of(
          Case.from("ann", "$a (follows | cites) $x", "ben, cyd"),
          Case.edges(
              "ann",
              "$a $e:(follows | cites) $x",
              "$x.handle, $e.@type, $e.weight",
              "ben Follows 0.5, ben Follows 0.9, cyd Cites 0.7"),
          Case.from("ann", "$a (follows | cites){1,2} $x", "ben, cyd, dov"),
          Case.from("ann", "$a (follows | cites){2,2} $x", "dov"),
          Case.from("ann", "$a <follows | cites> $x", "ben, cyd, dov"),
          Case.from("ann", "$x: Author $a * $x", "ben, cyd"),
          Case.from("ann", "$a * $x $x: Author", "ben, cyd"),
          new Case("$b: Book {isbn: \"b2\"} $a: Author $b * $a", "$a.handle", "ann, ben"),
          new Case("$p: Press $q: Press $p * $q", "$p.code", ""),
          new Case("$p: Press $q: Press $p $e:* $q", "$e.@id", ""),
          Case.from("ann", "$a (follows | follows) $x", "ben"));

  static final List<Case> BLOCKS =
      List.of(
          Case.authors("exists { $a wrote $b $b.pages > 200 }", "ann, ben"),
          Case.authors("count { $a wrote $b } >= 2", "ann"),
          Case.authors("count { $a wrote $b } = 0", "cyd, dov"),
          Case.authors("sum($b.pages) { $a wrote $b } > 300", "ann"),
          Case.authors("sum($b.pages) { $a wrote $b } >= 0", "ann, ben"),
          Case.authors("sum($b.pages) { $a wrote $b } = 0", ""),
          Case.authors("avg($b.pages) { $a wrote $b } < 250", "ann"),
          Case.authors("min($b.pages) { $a wrote $b } = 120", "ann"),
          Case.authors("max($w.weight) { $a $w:follows $_ } < 0.6", "cyd"),
          Case.authors("count($w.weight) { $a $w:follows $_ } = 0", "ben"),
          Case.authors("not { $a wrote $b $b: Book { isbn: \"b1\" } }", "ben, cyd, dov"),
          Case.authors("sum($b.pages) { $a wrote $b } > $a.born", ""));

  static final List<Case> ALL =
      Stream.of(HOPS, EDGES, CHOICES, BLOCKS).flatMap(List::stream).toList();

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + ALL.size() + " walks along edges");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aWalkFindsItsRows(Case c) {
    String source = Reads.query("", "match { " + c.match() + " } return { " + c.columns() + " }");

    String found =
        Reads.run(source, Map.of(), GRAPH).rows().stream()
            .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .sorted()
            .collect(Collectors.joining(", "));

    assertThat(found).isEqualTo(c.rows());
  }

  @Test
  void tiesAreDecidedByTheEdge() {
    String source =
        Reads.query(
            "",
            "match { $a: Author {handle: \"ann\"} $a $w:follows $x } return { $x.handle, $w.weight"
                + " } order { $w.weight desc } limit 1");

    assertThat(Reads.run(source, Map.of(), GRAPH).rows().getFirst())
        .hasToString("{x.handle=ben, w.weight=0.9}");
  }

  @Test
  void anEdgeIsAnObject() {
    String source =
        Reads.query(
            "", "match { $a: Author {handle: \"dov\"} $a $w:follows $x } return { $w { * }, $x }");

    assertThat(Reads.run(source, Map.of(), GRAPH).rows().getFirst())
        .hasToString(
            "{w={@id=edge10, @type=Follows, @src=dov, @dst=dov, since=null, weight=1.0}, "
                + "x={@id=dov, handle=dov, born=1990, active=true, score=null, joined=null, "
                + "tags=[essay]}}");
  }

  @Test
  void theWorkOfTraversalsIsLimitedWhereThereIsAChoice() {
    String source =
        Reads.query(
            "",
            "match { $a: Author {handle: \"ann\"} $a (follows | cites){1,9} $x }"
                + " return { $x.handle }");
    Limits few = new Limits(1_000_000, 1_000_000, Duration.ofMinutes(1), 3);

    assertThatThrownBy(() -> Reads.run(source, Map.of(), GRAPH, few))
        .isInstanceOfSatisfying(
            QueryRejected.class,
            rejected ->
                assertThat(rejected.failure())
                    .isInstanceOfSatisfying(
                        GraphFailure.Limit.class,
                        limit -> assertThat(limit.resource()).isEqualTo("traversal_work")));
  }
}
