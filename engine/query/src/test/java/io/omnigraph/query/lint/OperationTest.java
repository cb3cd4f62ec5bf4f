package io.omnigraph.query.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Samples;
import io.omnigraph.query.lint.LintReport.SchemaSource;
import io.omnigraph.query.lint.Operation.TypeUse;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What lint says that a query answers, looks into and changes. */
class OperationTest {

  private static final Schema SCHEMA =
      Samples.schema(
          """
          node Author { handle: String @key born: I32? tags: [String]? photo: Blob? mood: Vector(3)? }
          node Book { isbn: String @key title: String }
          node Press { code: String @key }
          edge Follows: Author -> Author { since: Date? }
          edge Cites: Author -> Author
          edge Wrote: Author -> Book
          edge PrintedBy: Book -> Press
          """);

  /** A query's body, and its fields or types in words. */
  record Case(String body, String words) {}

  static final List<Case> FIELDS =
      List.of(
          new Case(
              "match { $a: Author } return { $a.handle, $a.born as b, $a.tags, $a.mood, $a.@id }",
              "a.handle string, b int?, a.tags list? of string, a.mood vector? 3, a.@id string"),
          new Case(
              "match { $a: Author optional { $a $w:follows $x } }"
                  + " return { $a, $x { handle }, $w.since, $w.@type, count($x) as n,"
                  + " max($a.born) as m, $a.born > 3 as l }",
              "a object, x object?, w.since date?, w.@type string?, n bigint, m int?, l bool?"),
          new Case("delete Book where true", ""));

  static final List<Case> TYPES =
      List.of(
          new Case(
              "match { $a: Author $a wrote $b } return { $b.title }",
              "edge Wrote, node Author, node Book / "),
          new Case(
              "match { $a: Author not { $a wrote $b count { $b printedBy $_ } > 1 } }"
                  + " return { $a.handle }",
              "edge PrintedBy, edge Wrote, node Author, node Book, node Press / "),
          new Case(
              "match { $a: Author $b: Author $a * $b } return { $b.handle }",
              "edge Cites, edge Follows, node Author / "),
          new Case("match { $p: Press $q: Press $p * $q } return { $q.code }", "node Press / "),
          new Case(
              "insert Wrote { from: \"a\" to: \"b\" }",
              "edge Wrote, node Author, node Book / edge Wrote"),
          new Case("insert Press { code: \"p\" }", "node Press / node Press"),
          new Case(
              "update Follows set { since: null } where @src = \"a\"",
              "edge Follows / edge Follows"),
          new Case(
              "delete Author where handle = \"a\"",
              "edge Cites, edge Follows, edge Wrote, node Author"
                  + " / edge Cites, edge Follows, edge Wrote, node Author"),
          new Case(
              "delete Press where true delete Cites where true",
              "edge Cites, edge PrintedBy, node Press / edge Cites, edge PrintedBy, node Press"));

  @ParameterizedTest
  @FieldSource("FIELDS")
  void aFieldIsDescribedAsInTheRows(Case c) {
    String fields =
        operation(c.body()).result().stream()
            .map(OperationTest::words)
            .collect(Collectors.joining(", "));

    assertThat(fields).isEqualTo(c.words());
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void aTypeIsNamedOnceInOrder(Case c) {
    Operation operation = operation(c.body());

    assertThat(types(operation.reads()) + " / " + types(operation.writes())).isEqualTo(c.words());
  }

  private static Operation operation(String body) {
    LintReport report =
        QueryLint.lint(
            new SourceText("q.gq", "query q() { " + body + " }"),
            SCHEMA,
            SchemaSource.file("s.pg"));
    assertThat(report.results().getFirst().error()).isNull();
    return Objects.requireNonNull(report.results().getFirst().operation());
  }

  private static String words(Operation.Field field) {
    return field.name()
        + " "
        + field.kind()
        + (field.nullable() ? "?" : "")
        + (field.itemKind() == null ? "" : " of " + field.itemKind())
        + (field.vectorDim() == null ? "" : " " + field.vectorDim());
  }

  private static String types(List<TypeUse> types) {
    return types.stream()
        .map(use -> use.kind().name().toLowerCase(Locale.ROOT) + " " + use.typeName())
        .collect(Collectors.joining(", "));
  }
}
