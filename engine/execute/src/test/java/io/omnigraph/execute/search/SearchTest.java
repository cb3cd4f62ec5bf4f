package io.omnigraph.execute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.embed.Embedders;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table of search (docs/reference/query-language.md §15), and what
 * docs/reference/query-language.md §8 says besides, on a stored graph.
 */
class SearchTest {

  private static final String DOCS = "match { $d: Doc } return { $d.code as c } ";
  private static final float[] WATER = Documents.vector("water");

  @TempDir private static Path directory;

  private static Documents documents;

  @BeforeAll
  static void load() {
    documents = Documents.in(directory.resolve("docs.omni"));
    documents.commit(t -> {
      put(t, "b1", "Deep Water Basics", "book", Documents.vector("Deep Water Basics"));
      put(t, "b2", "Water Atlas", "book", WATER);
      put(t, "b3", "Stone Atlas", "map", new float[] {-1, 0, 0, 0, 0, 0});
      put(t, "b4", null, "map", null);
    });
    System.out.println("rows covered: " + CASES.size());
  }

  @AfterAll
  static void close() {
    documents.close();
  }

  private static void put(
      Transaction transaction,
      String code,
      @Nullable String text,
      String kind,
      float @Nullable [] vector) {
    transaction.upsertNode("Doc", null, Documents.values(code, text, kind, vector));
  }

  /** A query and the codes that it returns; {@code $v} is the vector of "water". */
  record Case(String body, List<String> codes) {}

  private static Case search(String clause, String... codes) {
    return new Case(
        "match { $d: Doc " + clause + " } return { $d.code as c } order { $d.code }",
        List.of(codes));
  }

  /** The books beside each ranked document, which further keys order. */
  private static Case books(String order, String... codes) {
    return new Case(
        "match { $d: Doc $e: Doc $e.kind = \"book\" } return { $e.code as c } order { " + order,
        List.of(codes));
  }

  private static Case ranked(String rest, String... codes) {
    return new Case(DOCS + rest, List.of(codes));
  }

  static final List<Case> CASES =
      List.of(
          search("search($d.text, \"water\")", "b1", "b2"),
          search("search($d.text, \"WATER\")", "b1", "b2"),
          search("search($d.text, \"waters\")", "b1", "b2"),
          search("search($d.text, \"atlas deep\")", "b1", "b2", "b3"),
          search("match_text($d.text, \"atlas deep\")", "b1", "b2", "b3"),
          search("search($d.text, \"zebra\")"),
          search("search($d.text, \"the of\")"),
          search("search($d.text, \"\")"),
          search("search($d.text, \"water\") search($d.text, \"atlas\")", "b2"),
          search("search($d.text, \"atlas\") = false", "b1"),
          search("not { search($d.text, \"atlas\") }", "b1", "b4"),
          search("search($d.text, \"atlas\") $d.kind = \"map\"", "b3"),
          search("not { $d cites $e search($e.text, \"water\") }", "b1", "b2", "b3", "b4"),
          search("fuzzy($d.text, \"wter\", 1)", "b1", "b2"),
          search("fuzzy($d.text, \"wtr\", 1)"),
          search("fuzzy($d.text, \"wtr\")", "b1", "b2"),
          search("fuzzy($d.text, \"basic\", 1)", "b1"),
          ranked("order { bm25($d.text, \"water\") } limit 3", "b2", "b1"),
          ranked("order { bm25($d.text, \"water\") desc } limit 3", "b2", "b1"),
          ranked("order { bm25($d.text, \"deep water atlas\") }", "b1", "b2", "b3"),
          ranked("order { bm25($d.text, \"zebra\") }"),
          books("bm25($d.text, \"water\") desc, $e.code desc }", "b2", "b1", "b2", "b1"),
          books("bm25($d.text, \"water\"), $e.kind, $e.code }", "b1", "b2", "b1", "b2"),
          books("nearest($d.vec, $v), $e.code desc } limit 3", "b2", "b1", "b2"),
          books(
              "rrf(bm25($d.text, \"water\"), nearest($d.vec, $v)), $e.code desc } limit 3",
              "b2",
              "b1",
              "b2"),
          ranked("order { nearest($d.vec, $v) } limit 1", "b2"),
          ranked("order { nearest($d.vec, \"water\") } limit 1", "b2"),
          new Case(
              "match { $d: Doc $d.kind = \"map\" } return { $d.code as c }"
                  + " order { nearest($d.vec, $v) } limit 1",
              List.of("b3")),
          new Case(
              "match { $d: Doc search($d.text, \"deep\") } return { $d.code as c }"
                  + " order { nearest($d.vec, $v) } limit 2",
              List.of("b1")),
          ranked("order { rrf(bm25($d.text, \"water\"), nearest($d.vec, $v)) } limit 1", "b2"),
          ranked(
              "order { rrf(nearest($d.vec, $v), bm25($d.text, \"stone\"), 1) } limit 2",
              "b2",
              "b3"),
          ranked(
              "order { rrf(nearest($d.vec, $v), bm25($d.text, \"stone\"), 1) } limit 3",
              "b3",
              "b2",
              "b1"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aQueryFinds(Case c) {
    assertThat(documents.codes(c.body(), Map.of("v", WATER), "$v: Vector(6)")).isEqualTo(c.codes());
  }

  @Test
  void nearestComesInTheOrderOfTheDistances() {
    String body = DOCS + "order { nearest($d.vec, $v) } limit 9";

    List<String> byVector = documents.codes(body, Map.of("v", WATER), "$v: Vector(6)");

    assertThat(byVector).hasSize(3).startsWith("b2");
    assertThat(documents.codes(body, Map.of("v", "water"), "$v: String")).isEqualTo(byVector);
  }

  @Test
  void aNullQueryFindsNothing() {
    String body = "match { $d: Doc search($d.text, $q) } return { $d.code as c }";

    assertThat(documents.codes(body, Map.of(), "$q: String?")).isEmpty();
  }

  @Test
  void aTextIsNotEmbeddedWithoutAKey() {
    QueryRunner runner =
        new QueryRunner(InstantSource.fixed(Reads.NOW), Embedders.from(Map.of()), Limits.usual());
    RunnableQuery query =
        query("query q() { " + DOCS + "order { nearest($d.vec, \"water\") } limit 1 }");

    assertThatThrownBy(() ->
            runner.read(query, query.bind(null), documents.graph(), QueryTarget.branch("main")))
        .isInstanceOf(NoEmbedderException.class)
        .hasMessageContaining("GEMINI_API_KEY");
  }

  @Test
  void whatAMutationWritesIsFoundAtOnce() throws Exception {
    try (Documents own = Documents.in(directory.resolve("own.omni"))) {
      own.commit(t -> put(t, "a", "stone", "book", null));
      QueryRunner runner =
          new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());
      String search = "match { $d: Doc search($d.text, \"rivers\") } return { $d.code as c }";
      assertThat(own.codes(search, Map.of(), "")).isEmpty();

      RunnableQuery insert =
          query("query w() { insert Doc { code: \"n\", text: \"River\", kind: \"book\" } }");
      runner.change(
          insert,
          insert.bind(Json.object()),
          own.graph(),
          new WriteRequest("main", null, QueryRunner.OPERATION));

      assertThat(own.codes(search, Map.of(), "")).containsExactly("n");
    }
  }

  private static RunnableQuery query(String text) {
    return RunnableQuery.of(new SourceText("test.gq", text), null);
  }
}
