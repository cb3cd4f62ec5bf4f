package io.omnigraph.execute.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.Samples;
import io.omnigraph.query.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The anomalies of reads (docs/reference/query-language.md §14): what is done instead. Those of
 * writes stand beside.
 */
class ReadAnomaliesTest {

  private static final Pattern BLANK = Pattern.compile(" ");

  /** Documents with vectors, names in camel case, narrow numbers, a loop and a dangling edge. */
  private static final MemoryGraph THINGS =
      MemoryGraph.of(
              """
              node Doc {
                slug: String @key
                pageCount: I32?
                ratio: F32?
                on: DateTime?
                body: String?
                v: Vector(2)
              }
              edge Cites: Doc -> Doc
              """)
          .node("Doc", "d1", doc("d1", 1L, "water and stone", 1f))
          .node("Doc", "d2", doc("d2", 2L, "water", 0f))
          .node("Doc", "d3", doc("d3", 3L, "stone", -1f))
          .edge("Cites", "d1", "d2")
          .edge("Cites", "d2", "d2")
          .edge("Cites", "d3", "gone");

  private static Map<String, Object> doc(String slug, long pages, String body, float direction) {
    return Map.of(
        "slug",
        slug,
        "pageCount",
        pages,
        "ratio",
        (double) 0.1f,
        "on",
        1000L,
        "body",
        body,
        "v",
        new float[] {direction, 1f});
  }

  /**
   * A read of authors and its rows, columns separated by commas and rows by blanks.
   *
   * @param rows in their order where the query gives one, else sorted
   */
  record Case(String anomaly, String match, String result, String rows) {}

  static final List<Case> AUTHORS =
      List.of(
          new Case("A2", "$p: Press {code: \"p1\"}", "now()", "2026-03-01T08:15:30.500Z"),
          new Case("A3", "$p: Press $a follows $b", "count($a) as n", "8"),
          new Case(
              "A3", "$a follows $b", "$a.handle, $b.handle", "ann,ben ben,cyd cyd,ann cyd,dov"),
          new Case(
              "A4",
              "$b: Book",
              "$b.isbn, search($b.title, \"stone\") as s",
              "b1,false b2,false b3,true"),
          new Case(
              "A5",
              "$a: Author {handle: \"ann\"} $a wrote $b search($b.title, \"deep\")",
              "$b.isbn",
              "b1"),
          new Case("A6", "$b: Book not { search($b.title, \"water\") }", "$b.isbn", "b3"),
          new Case("A6", "$b: Book search($b.title, \"water\") = false", "$b.isbn", "b3"),
          new Case("A6", "$b: Book search($b.title, \"water\") != true", "$b.isbn", "b3"),
          new Case(
              "A6",
              "$b: Book search($b.title, \"water\") search($b.title, \"atlas\")",
              "$b.isbn",
              "b2"),
          new Case("A7", "$a: Author $a.born < 1970.5", "$a.handle", "ann"),
          new Case("A7", "$a: Author $a.born = 1970.5", "$a.handle", ""),
          new Case("A7", "$a: Author $a.born < 9999999999", "$a.handle", "ann ben dov"),
          new Case("A9", "$b: Book search($b.title, $none)", "$b.isbn", ""),
          new Case("A10", "$a: Author {active: true} $a: Author {born: 1970}", "$a.handle", "ann"),
          new Case("A12", "$a: Author not { $b wrote $a }", "$a.handle", "cyd dov"),
          new Case("A12", "$b: Book not { $b wrote $a }", "$b.isbn", "b3"),
          new Case(
              "A13", "$a: Author $b: Author $a follows $b $a follows{2,2} $b", "$a.handle", ""),
          new Case(
              "A13", "$a: Author $a follows $b $b follows{2,2} $a", "$a.handle", "ann ben cyd"),
          new Case("A17", "$a: Author {joined: date(\"2020-01-15\")}", "$a.handle", "ann"));

  @ParameterizedTest
  @FieldSource("AUTHORS")
  void authorsAreRead(Case row) {
    assertThat(sorted(rows(row, Authors.inMemory()))).isEqualTo(row.rows());
  }

  static final List<Case> DOCUMENTS =
      List.of(
          new Case("A14", "$d: Doc not { $d cites $_ }", "$d.slug", "d3"),
          new Case("A15", "$d: Doc {pageCount: 2}", "$d.slug", "d2"),
          new Case("A15", "$d: Doc $d.pageCount > 2", "$d.slug", "d3"),
          new Case("A17", "$d: Doc {ratio: 0.1}", "$d.slug", "d1 d2 d3"),
          new Case("A17", "$d: Doc $d.ratio = 0.1", "$d.slug", "d1 d2 d3"),
          new Case(
              "A17", "$d: Doc {on: datetime(\"1970-01-01 00:00:01\")}", "$d.slug", "d1 d2 d3"));

  @ParameterizedTest
  @FieldSource("DOCUMENTS")
  void documentsAreRead(Case row) {
    assertThat(sorted(rows(row, THINGS))).isEqualTo(row.rows());
  }

  static final List<Case> RANKED =
      List.of(
          new Case(
              "A5",
              "$e: Doc {slug: \"d1\"} $e cites $d",
              "$d.slug } order { bm25($d.body, \"water\") }",
              "d2"),
          new Case(
              "A6",
              "$d: Doc search($d.body, \"stone\")",
              "$d.slug } order { bm25($d.body, \"water\") }",
              "d1"),
          new Case(
              "A6",
              "$d: Doc search($d.body, \"stone\")",
              "$d.slug } order { nearest($d.v, [-1, 1]) } limit 1",
              "d3"));

  @ParameterizedTest
  @FieldSource("RANKED")
  void conditionsHoldBeforeRowsAreRanked(Case row) {
    assertThat(rows(row, THINGS)).isEqualTo(row.rows());
  }

  @Test
  void a4AScoreIsAColumnAndItsAliasAnOrder() {
    Case row =
        new Case(
            "A4",
            "$d: Doc",
            "$d.slug, nearest($d.v, [1, 1]) as far } order { far } limit 2",
            "d1 d2");

    List<List<Object>> found = cells(row, THINGS);

    assertThat(found.stream().map(List::getFirst)).containsExactly("d1", "d2");
    assertThat((Double) found.getFirst().getLast()).isCloseTo(0, within(1e-6));
    assertThat((Double) found.getLast().getLast()).isCloseTo(1 - Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void a1ARequiredParameterThatIsMissingIsRefusedBeforeAnythingIsRead() {
    RunnableQuery query =
        RunnableQuery.of(
            new SourceText(
                "q.gq", "query q($h: String) { match { $a: Author {handle: $h} } return { $a } }"),
            null);

    assertThatThrownBy(() -> query.bind(null))
        .isInstanceOf(QueryRejected.class)
        .hasMessage("parameter 'h' not provided");
  }

  @Test
  void a2NowIsOneInstantInFiltersToo() {
    String early = "match { $d: Doc $d.on < now() } return { count($d) as n }";

    assertThat(Reads.run(Reads.query("", early), Map.of(), THINGS).rows().getFirst().values())
        .containsExactly(3L);
  }

  @Test
  void a11AValueThatNobodyDeclaredIsATypeError() {
    assertThat(error("$a: Author {handle: $h}")).isEqualTo("T3: parameter `$h` is not declared");
  }

  @Test
  void a16AVectorInAMapIsATypeError() {
    assertThat(error("$d: Doc {v: [1, 2, 3]}"))
        .isEqualTo("T3: `Doc.v` is a vector, which cannot be matched");
  }

  @Test
  void a18NowCannotBePassed() {
    RunnableQuery query =
        RunnableQuery.of(
            new SourceText("q.gq", "query q() { match { $a: Author } return { now() } }"), null);
    Parameters bound = query.bind(Json.object().put("__nanograph_now", "1999-01-01"));

    assertThat(bound.values()).isEmpty();
  }

  private static String error(String clauses) {
    String text = Samples.matching(clauses);
    return Queries.check(Samples.declaration(text), Samples.SCHEMA)
        .problems()
        .getFirst()
        .sentence();
  }

  private static String sorted(String rows) {
    return BLANK.splitAsStream(rows).sorted().collect(Collectors.joining(" "));
  }

  private static String rows(Case row, MemoryGraph graph) {
    return cells(row, graph).stream()
        .map(cells -> cells.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .collect(Collectors.joining(" "));
  }

  private static List<List<Object>> cells(Case row, MemoryGraph graph) {
    String parameters = row.match().contains("$none") ? "$none: String?" : "";
    String tail = row.result().contains("}") ? "" : " }";
    String source =
        Reads.query(parameters, "match { " + row.match() + " } return { " + row.result() + tail);
    return Reads.run(source, Map.of(), graph).rows().stream()
        .map(r -> List.<Object>copyOf(r.values()))
        .toList();
  }
}
