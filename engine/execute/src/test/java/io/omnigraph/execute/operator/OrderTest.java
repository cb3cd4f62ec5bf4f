package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.ground.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of aggregates, order, limit and search (docs/reference/query-language.md §15). */
class OrderTest {

  private static final MemoryGraph GRAPH = Authors.inMemory();
  private static final String WROTE = "match { $a: Author $a wrote $b } ";
  private static final String AUTHORS = "match { $a: Author } ";
  private static final String NOBODY = "match { $a: Author {handle: \"zz\"} } ";
  private static final String BOOKS = "match { $b: Book } ";

  /**
   * The body of a query and its rows in their order.
   *
   * @param rows as JSON
   */
  record Case(String body, String rows) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              WROTE + "return { $a.handle, count($b) as n } order { n desc }",
              "[{'a.handle':'ann','n':2},{'a.handle':'ben','n':1}]"),
          new Case(
              AUTHORS
                  + "return { count($a) as n, count($a.born) as k, sum($a.born) as s,"
                  + " avg($a.born) as m, min($a.born) as lo, max($a.handle) as hi }",
              "[{'n':4,'k':3,'s':5940.0,'m':1980.0,'lo':1970,'hi':'dov'}]"),
          new Case(
              AUTHORS + "return { $a.active, count($a) as n }",
              "[{'a.active':null,'n':1},{'a.active':false,'n':1},{'a.active':true,'n':2}]"),
          new Case(
              NOBODY + "return { count($a) as n, sum($a.born) as s, min($a.handle) as f }",
              "[{'n':0,'s':null,'f':null}]"),
          new Case(NOBODY + "return { count($a) }", "[{'a':0}]"),
          new Case(NOBODY + "return { $a.handle, count($a) as n }", "[]"),
          new Case(
              AUTHORS + "return { $a.handle as h } order { $a.born asc }",
              "[{'h':'cyd'},{'h':'ann'},{'h':'ben'},{'h':'dov'}]"),
          new Case(
              AUTHORS + "return { $a.handle as h } order { $a.born desc }",
              "[{'h':'dov'},{'h':'ben'},{'h':'ann'},{'h':'cyd'}]"),
          new Case(
              AUTHORS + "return { $a.handle as h } order { $a.active desc }",
              "[{'h':'ann'},{'h':'dov'},{'h':'ben'},{'h':'cyd'}]"),
          new Case(
              AUTHORS + "return { $a.handle as h } order { $a.active desc, $a.born desc }",
              "[{'h':'dov'},{'h':'ann'},{'h':'ben'},{'h':'cyd'}]"),
          new Case(
              AUTHORS + "return { $a.handle as h } order { $a.active desc } limit 1",
              "[{'h':'ann'}]"),
          new Case(
              AUTHORS + "return { $a.@id as id, $a.born as y } order { y desc } limit 2",
              "[{'id':'dov','y':1990},{'id':'ben','y':1980}]"),
          new Case(AUTHORS + "return { $a.handle } limit 0", "[]"),
          new Case(
              AUTHORS + "return { \"x\" as k, $a.@id as a } order { $a.handle } limit 1",
              "[{'k':'x','a':'ann'}]"),
          new Case(
              BOOKS + "return { $b.isbn as i } order { bm25($b.title, \"water\") } limit 3",
              "[{'i':'b2'},{'i':'b1'}]"),
          new Case(
              "match { $b: Book search($b.title, \"WATERS\") } return { $b.isbn as i }"
                  + " order { $b.isbn }",
              "[{'i':'b1'},{'i':'b2'}]"),
          new Case(
              "match { $b: Book match_text($b.title, \"atlas deep\") } return { $b.isbn as i }"
                  + " order { $b.isbn }",
              "[{'i':'b1'},{'i':'b2'},{'i':'b3'}]"),
          new Case("match { $b: Book search($b.title, \"zebra\") } return { $b.isbn as i }", "[]"),
          new Case(
              "match { $b: Book fuzzy($b.title, \"wter\", 1) } return { $b.isbn as i }"
                  + " order { $b.isbn }",
              "[{'i':'b1'},{'i':'b2'}]"),
          new Case(
              "match { $b: Book search($b.title, \"water\") = false } return { $b.isbn as i }",
              "[{'i':'b3'}]"));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " orders");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void rowsComeInTheirOrder(Case c) {
    var rows = Reads.run(Reads.query("", c.body()), Map.of(), GRAPH).rows();

    assertThat(Json.compact(Json.tree(rows))).isEqualTo(c.rows().replace('\'', '"'));
  }

  @Test
  void nowIsTheSameInstantOnEveryRow() {
    String body = "match { $p: Press } return { $p.code as p, now() as t } order { p }";

    var rows = Reads.run(Reads.query("", body), Map.of(), GRAPH).rows();

    assertThat(Json.compact(Json.tree(rows)))
        .isEqualTo(
            "[{\"p\":\"p1\",\"t\":\"2026-03-01T08:15:30.500Z\"},"
                + "{\"p\":\"p2\",\"t\":\"2026-03-01T08:15:30.500Z\"}]");
  }
}
