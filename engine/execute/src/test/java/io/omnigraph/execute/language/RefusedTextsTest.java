package io.omnigraph.execute.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.NetworkOfAuthors;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rows of the behaviour tables that say what a text is refused for, or that it is not. */
class RefusedTextsTest {

  private static final Schema SCHEMA =
      SchemaCompiler.compile(
              new SourceText(
                  "test.pg",
                  NetworkOfAuthors.SCHEMA
                      + """
                      node Item { key: String @key and: I32? in: I32? true: Bool? }
                      edge In: Item -> Item
                      edge Or: Author -> Author { since: I32? }
                      """))
          .schema()
          .orElseThrow();

  /**
   * A text and its code, {@code ok} where it has none.
   *
   * @param told what the message, the fix or a candidate has, too
   */
  record Case(String parameters, String body, String code, String told) {

    static Case where(String clauses, String code) {
      return where(clauses, code, "");
    }

    static Case where(String clauses, String code, String told) {
      return new Case("", "match { " + clauses + " } return { 1 as one }", code, told);
    }

    static Case author(String clauses, String code) {
      return where("$a: Author " + clauses, code);
    }

    static Case author(String clauses, String code, String told) {
      return where("$a: Author " + clauses, code, told);
    }

    static Case text(String body, String code) {
      return new Case("", body, code, "");
    }

    static Case text(String body, String code, String told) {
      return new Case("", body, code, told);
    }

    static Case returning(String result, String code) {
      return text("match { $a: Author $a wrote $b $a $w:follows $x } return " + result, code);
    }
  }

  static final List<Case> WORDS =
      List.of(
          Case.text("match { $a: Author } return { $a.born as and }", "Q001", "`and`"),
          Case.where("$i: Item { and: 1 } $i.and = 1 $i.in > 1", "ok"),
          Case.text("update Item set { in: 2 } where @id = \"x\"", "ok"),
          new Case("$l: [String]", "match { $i: Item $i.key in $l } return { $i.key }", "ok", ""),
          Case.where("$i: Item $i \"in\" $b $b: Item", "ok"),
          Case.author("$a.handle = null", "Q001", "is null"),
          Case.where("$__a: Author", "T49"),
          Case.author("$a.born < 1 < 2", "Q001"));

  static final List<Case> EXPRESSIONS =
      List.of(
          Case.author("$a.born and $a.active", "T41", "and"),
          Case.author("not $a.born", "T41", "not"),
          Case.author("$a.handle", "T41"),
          Case.author("count($a) > 1", "T7"),
          Case.author("$a.photo is null", "T7"),
          Case.returning("{ $a.born > 1975 }", "T43"),
          Case.author("$a.handle in \"ann\"", "T7"),
          Case.author("$a.born in [\"x\"]", "T7"),
          Case.author("$a.tags = [\"essay\"]", "T7"),
          Case.author("@id = \"x\"", "T7"),
          Case.text("delete Author where id = \"x\"", "T11", "@id"),
          Case.text("delete Author where $p.born > 3", "T14"),
          Case.text("delete Author where born > $p", "T14"),
          Case.text("delete Author where count(handle) > 1", "T44"),
          Case.text("delete Author where search(handle, \"x\")", "T44"),
          Case.text("delete Author where born = \"old\"", "T3"),
          Case.text("delete Author where born and active", "T41"),
          Case.text("delete Author where nope = 1", "T11"),
          Case.text("delete Author where @type = \"x\"", "T11"),
          Case.text("insert Author { handle: @id }", "T45"),
          Case.text("update Author set { handle: $p.handle } where true", "T45"),
          Case.text("insert Author { handle: count(x) }", "T44"),
          Case.author("$b: Author { tags: 1 = 1 }", "T7"),
          new Case(
              "$f: Bool, $n: I32",
              "match { $a: Author { active: $f and $n > 3 } } return { $a.handle }",
              "ok",
              ""),
          Case.text("delete Item where true", "T46"),
          Case.author("$a.joined < now()", "T7"));

  static final List<Case> WALKS =
      List.of(
          Case.author("$a wrote{1,1} $b", "ok"),
          Case.author("$a wrote{1,3} $b", "T5", "leave the bound out"),
          Case.author("$a wrote{2,3} $b", "T5"),
          Case.author("$a <wrote> $b", "T22", "wrote"),
          Case.author("$a $w:follows $x $a $w:cites $y", "T23"),
          Case.author("$a $w:follows{1,2} $x", "T23"),
          Case.returning("{ $w }", "T23"),
          Case.author("$a $w:follows $x $w", "T23"),
          Case.author("$a $w:follows $x $x follows $w", "T23"),
          Case.author("$a $w:follows $x $w: Author", "T23"),
          Case.author("$a $e:(follows | cites){1,2} $x", "T23"),
          Case.author("$a * $x", "T5", "declare"),
          Case.author("$a (follows | wrote) $x", "T5", "wrote"),
          Case.author("$a (follows | wrote){1,2} $x", "T5"),
          Case.author("$a $e:(follows | cites) $x $e.since is null", "T6", "Cites"),
          Case.author("$a $e:(follows | \"or\") $x $e.since is null", "T6", "Or"),
          Case.author("$a $e:(follows | cites) $x $e.weight is null", "ok"),
          Case.author("$a (follows){1,2} $x", "Q001", "follows"),
          Case.author("$a likes $x", "T4"),
          Case.author("exists { $p: Press }", "T39"),
          Case.author("not { $p: Press }", "T9"),
          Case.author("sum($b.title) { $a wrote $b } > 1", "T40"),
          Case.author("sum($b.pages) { $a wrote $b } > \"x\"", "T40"),
          Case.author("$a.id = \"x\"", "T6", "$a.@id"),
          Case.author("$a.@src = \"x\"", "T6"),
          Case.author("$a.@type = \"x\"", "T6"),
          Case.text("delete Author where @src = \"x\"", "T11", "@id"),
          Case.text("delete Follows where @src = \"a\" and @dst = \"b\" or @id = \"c\"", "ok"));

  static final List<Case> RESULTS =
      List.of(
          Case.returning("{ $a.handle as x, $a.born as x }", "T25"),
          Case.returning("{ 1, 2 }", "T25"),
          Case.returning("{ $a.handle as x, x as y }", "T36"),
          Case.returning("{ $a.handle, count($b) as n } order { count($b) desc }", "ok"),
          Case.returning("{ $a.handle, count($b) as n } order { max($b.pages) }", "ok"),
          Case.returning("{ $a.handle } order { $a.born > 1975 }", "T42"),
          Case.returning("{ $a.handle, $a.born > 1975 as l } order { l, $a.handle }", "ok"),
          Case.returning("{ $a.handle, $a.born > 1975 as l } order { $a.born > 1975 }", "ok"),
          Case.returning("{ sum($a) as n }", "T8"),
          Case.returning("{ $b.title } order { bm25($b.title, \"water\") asc }", "T54"),
          Case.returning("{ $b.title } order { bm25($b.title, \"water\"), $a.handle }", "ok"),
          Case.returning("{ bm25($b.title, \"water\") as s }", "T33"),
          Case.returning("{ max(bm25($b.title, \"water\")) as s }", "T32"),
          Case.returning("{ $a.handle, count($b) as n } order { $a.born }", "T42"));

  static final List<Case> CHANGES =
      List.of(
          Case.text("update Follows set { to: \"cyd\" } where @src = \"ann\"", "T16"),
          Case.text("update Follows set { from: \"cyd\" } where true", "T16"),
          Case.text("update Follows set { weight: 1.0 } where weight > 0.6", "ok"),
          Case.text("delete Author where tags contains \"essay\"", "ok"),
          Case.text("insert Author { handle: null }", "T3"));

  static final List<Case> BLOBS =
      List.of(
          Case.returning("{ $a.photo }", "T24"),
          Case.returning("{ count($a.photo) as n }", "T24"),
          Case.returning("{ $a { photo } }", "T24"),
          Case.returning("{ $a { * } }", "ok"),
          Case.author("$a.photo = \"x\"", "T7"),
          Case.author("$b: Author { photo: \"x\" }", "T3"),
          Case.text("delete Author where photo is null", "T11"),
          new Case("$b: Blob?", "update Author set { photo: $b } where handle = \"ann\"", "ok", ""),
          Case.text("update Author set { photo: null } where handle = \"ann\"", "ok"));

  static final List<Case> ALL =
      Stream.of(WORDS, EXPRESSIONS, WALKS, RESULTS, CHANGES, BLOBS).flatMap(List::stream).toList();

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + ALL.size() + " texts that are refused or not");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aTextHasItsCode(Case given) {
    SourceText source =
        new SourceText("q.gq", "query q(" + given.parameters() + ") { " + given.body() + " }");
    List<Problem> problems =
        switch (Queries.parse(source)) {
          case Checked.Invalid<QueryFile>(var found) -> found;
          case Checked.Valid<QueryFile>(var file) ->
              Queries.check(file.queries().getFirst(), SCHEMA).problems();
        };

    assertThat(problems.isEmpty() ? "ok" : problems.getFirst().code())
        .as(problems.toString())
        .isEqualTo(given.code());
    if (!problems.isEmpty()) {
      Problem problem = problems.getFirst();
      QueryDiagnostic diagnostic = QueryDiagnostic.of(problem, source);
      assertThat(problem.sentence() + " " + diagnostic.fix() + " " + diagnostic.candidates())
          .contains(given.told());
      assertThat(diagnostic.end().byteOffset())
          .isGreaterThanOrEqualTo(diagnostic.position().byteOffset());
    }
  }
}
