package io.omnigraph.query.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Samples;
import io.omnigraph.query.lint.LintReport.SchemaSource;
import io.omnigraph.query.problem.QueryDiagnostic;
import io.omnigraph.schema.catalog.Schema;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QueryLintTest {

  private static final Schema SCHEMA =
      Samples.schema(
          """
          node Book {
            isbn: String @key
            title: String?
            pages: I32?
            v: Vector(3)? @embed(title)
          }
          """);

  private static LintReport lint(String text) {
    return QueryLint.lint(new SourceText("press.gq", text), SCHEMA, SchemaSource.file("press.pg"));
  }

  private static final String MIXED =
      """
      query books() { match { $b: Book } return { $b.title } }
      query rename($isbn: String, $title: String) {
        update Book set { title: $title } where isbn = $isbn
      }
      query seed() { insert Book { isbn: "x" colour: "red" } }
      """;

  private static final String REPORT =
      """
      {
        "status": "error",
        "schema_source": {
          "kind": "file",
          "path": "press.pg"
        },
        "query_path": "press.gq",
        "queries_processed": 3,
        "errors": 1,
        "warnings": 2,
        "infos": 0,
        "results": [
          {
            "name": "books",
            "kind": "read",
            "status": "ok",
            "operation": {
              "result": [
                {
                  "name": "b.title",
                  "kind": "string",
                  "nullable": true
                }
              ],
              "reads": [
                {
                  "kind": "node",
                  "type_name": "Book"
                }
              ],
              "writes": []
            }
          },
          {
            "name": "rename",
            "kind": "mutation",
            "status": "ok",
            "operation": {
              "result": [],
              "reads": [
                {
                  "kind": "node",
                  "type_name": "Book"
                }
              ],
              "writes": [
                {
                  "kind": "node",
                  "type_name": "Book"
                }
              ]
            }
          },
          {
            "name": "seed",
            "kind": "mutation",
            "status": "error",
            "warnings": [
              "mutation declares no params; hardcoded mutations are easy to miss"
            ],
            "error": "type error: T11: type `Book` has no property `colour`",
            "diagnostic": {
              "code": "T11",
              "position": {
                "line": 5,
                "column": 40,
                "byte": 199
              },
              "end": {
                "line": 5,
                "column": 46,
                "byte": 205
              },
              "expected": "type `Book` has no property `colour`"
            }
          }
        ],
        "findings": [
          {
            "severity": "warning",
            "code": "L201",
            "message": "Book.pages exists in schema but no update query sets it",
            "type_name": "Book",
            "property": "pages",
            "query_names": [
              "rename"
            ]
          }
        ]
      }\
      """;

  @Test
  void reportsEveryQueryAndWhatUpdatesForget() {
    LintReport report = lint(MIXED);

    assertThat(report.failed()).isTrue();
    assertThat(Json.pretty(Json.tree(report))).isEqualTo(REPORT);
  }

  @Test
  void tellsPeopleTheSame() {
    assertThat(LintText.of(lint(MIXED)))
        .isEqualTo(
            """
            OK    query `books` (read)
            OK    query `rename` (mutation)
            ERROR query `seed`: type error: T11: type `Book` has no property `colour`
              press.gq:5:40
                query seed() { insert Book { isbn: "x" colour: "red" } }
                                                       ^^^^^^
            WARN  query `seed`: mutation declares no params; hardcoded mutations are easy to miss
            WARN  Book.pages exists in schema but no update query sets it
            INFO  Lint complete: 3 queries processed (1 error(s), 2 warning(s), 0 info item(s))\
            """);
  }

  @Test
  void aFileThatDoesNotParseHasAFindingForEachProblem() {
    LintReport report = lint("query a() { }\nquery b() { }");

    assertThat(report.queriesProcessed()).isZero();
    assertThat(report.results()).isEmpty();
    assertThat(report.errors()).isEqualTo(2);
    assertThat(report.findings().stream().map(LintReport.Finding::message))
        .containsExactly(
            "parse error: expected `match`, `insert`, `update` or `delete`, found `}` "
                + "at line 1, column 13",
            "parse error: expected `match`, `insert`, `update` or `delete`, found `}` "
                + "at line 2, column 13");
    QueryDiagnostic first = Objects.requireNonNull(report.findings().getFirst().diagnostic());
    assertThat(Json.compact(Json.tree(first)))
        .isEqualTo(
            "{\"code\":\"Q001\",\"position\":{\"line\":1,\"column\":13,\"byte\":12},"
                + "\"end\":{\"line\":1,\"column\":14,\"byte\":13},"
                + "\"expected\":\"expected `match`, `insert`, `update` or `delete`, found `}`\"}");
  }

  @Test
  void warningsDoNotFail() {
    LintReport report = lint("query wipe() { delete Book where pages > 0 }");

    assertThat(report.failed()).isFalse();
    assertThat(report.status()).isEqualTo("ok");
    assertThat(report.warnings()).isEqualTo(1);
  }

  @Test
  void anEmptyFileIsFine() {
    assertThat(LintText.of(lint("// nothing")))
        .isEqualTo(
            "INFO  Lint complete: 0 queries processed (0 error(s), 0 warning(s), 0 info item(s))");
  }
}
