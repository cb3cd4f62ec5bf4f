package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;

/** A schema of authors and books, and short ways to queries over it. */
public final class Samples {

  /** The schema of the sample domain. */
  public static final Schema SCHEMA =
      schema(
          """
          interface Named { name: String? }
          node Author {
            handle: String @key
            born: I32?
            active: Bool?
            score: F64?
            joined: Date?
            tags: [String]?
            mood: enum(calm, loud)?
          }
          node Book { isbn: String @key  title: String @index  pages: I32?  cover: Blob? }
          node Press implements Named { code: String @key }
          node Doc {
            slug: String @key
            body: String
            summary: String?
            v: Vector(3) @embed(body)
          }
          node Event { code: String @key  on: Date?  at: DateTime?  marks: [I32]? }
          edge Follows: Author -> Author { since: Date? }
          edge Wrote: Author -> Book
          edge PrintedBy: Book -> Press @card(0..1)
          edge Rated: Author -> Book { stars: I32 }
          """);

  private Samples() {}

  /** A schema that must be correct. */
  public static Schema schema(String text) {
    SchemaCompiler.Result result = SchemaCompiler.compile(new SourceText("sample.pg", text));
    assertThat(result.problems()).isEmpty();
    return result.schema().orElseThrow();
  }

  /** What parsing comes to. */
  public static Checked<QueryFile> parse(String text) {
    return Queries.parse(new SourceText("sample.gq", text));
  }

  /** The first query of a text that must parse. */
  public static QueryDeclaration declaration(String text) {
    Checked<QueryFile> file = parse(text);
    assertThat(file.problems()).as(text).isEmpty();
    return file.value().orElseThrow().queries().getFirst();
  }

  /** What checking the first query of a text comes to. */
  public static Checked<CheckedQuery> check(String text) {
    return Queries.check(declaration(text), SCHEMA);
  }

  /** The characters that a problem points at, as far as they stand on its first line. */
  public static String marked(Problem problem) {
    List<String> shown = problem.span().excerpt().lines().toList();
    String line = shown.getFirst();
    String carets = shown.getLast();
    return line.substring(carets.indexOf('^'), Math.min(carets.length(), line.length()));
  }

  /** A query that must be correct. */
  public static CheckedRead read(String text) {
    Checked<CheckedQuery> checked = check(text);
    assertThat(checked.problems()).as(text).isEmpty();
    return (CheckedRead) checked.value().orElseThrow();
  }

  /** A query without parameters over a match block, which returns one literal. */
  public static String matching(String clauses) {
    return "query q() { match { " + clauses + " } return { 1 as one } }";
  }
}
