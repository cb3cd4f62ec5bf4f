package io.omnigraph.plugin.query.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.plugin.query.command.CommandRuns.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at query files and run nothing. */
class CheckCommandsTest {

  private static final String SCHEMA =
      "node Ship { imo: String @key  name: String?  notes: String? }";
  private static final String RENAME =
      "query rename($i: String, $n: String) { update Ship set { name: $n } where imo = $i }\n";

  @TempDir private Path directory;

  @Test
  void lintWarnsOfWhatNoUpdateSets() throws IOException {
    Path schema = Files.writeString(directory.resolve("s.pg"), SCHEMA);
    Path queries = Files.writeString(directory.resolve("q.gq"), RENAME);

    Outcome outcome = run("lint", "--query", queries, "--schema", schema);

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                OK    query `rename` (mutation)
                WARN  Ship.notes exists in schema but no update query sets it
                INFO  Lint complete: 1 queries processed (0 error(s), 1 warning(s), 0 info item(s))
                """,
                ""));
  }

  @Test
  void lintFailsOnAQueryThatDoesNotFitTheGraph() throws IOException {
    String root = directory.resolve("authors.omni").toString();
    StoredAuthors.in(Path.of(root)).close();
    Path queries =
        Files.writeString(
            directory.resolve("q.gq"), "query q() { match { $a: Author } return { $a.nam } }");

    Outcome outcome = run("lint", root, "--query", queries, "--json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("\"kind\": \"graph\"", "\"error\": \"type error: T6: type `Author` has no")
        .contains("\"queries_processed\": 1", "\"errors\": 1");
  }

  @Test
  void lintSaysWhichSchemaDoesNotParse() throws IOException {
    Path schema = Files.writeString(directory.resolve("s.pg"), "node ship {");
    Path queries = Files.writeString(directory.resolve("q.gq"), RENAME);

    Outcome outcome = run("lint", "--query", queries, "--schema", schema);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Error: ").contains("s.pg");
  }

  @Test
  void formerNamesOfLintWarnAndDoTheSame() throws IOException {
    Path schema = Files.writeString(directory.resolve("s.pg"), SCHEMA);
    Path queries = Files.writeString(directory.resolve("q.gq"), RENAME);
    String lint = run("lint", "--query", queries, "--schema", schema).out();

    Outcome below = run("query", "lint", "--query", queries, "--schema", schema);
    Outcome top = run("check", "--query", queries, "--schema", schema);

    assertThat(below)
        .isEqualTo(
            new Outcome(
                0,
                lint,
                "warning: `omnigraph query lint` is deprecated; use `omnigraph lint` instead\n"));
    assertThat(top.out()).isEqualTo(lint);
    assertThat(top.err()).contains("`omnigraph check` is deprecated");
  }

  @Test
  void fmtNamesAndWritesTheFilesThatItChanges() throws IOException {
    Path below = Files.createDirectory(directory.resolve("queries"));
    Path untidy =
        Files.writeString(
            below.resolve("a.gq"), "query q(){match{$a:Ship}return{$a.imo}} // end\n");
    Path tidy =
        Files.writeString(
            below.resolve("b.gq"), "query q() {\n  delete Ship where imo = \"x\"\n}\n");

    Outcome check = run("fmt", "--check", directory);
    Outcome write = run("fmt", directory);
    Outcome again = run("fmt", "--check", untidy, tidy);

    assertThat(check).isEqualTo(new Outcome(1, untidy + "\n", ""));
    assertThat(write).isEqualTo(new Outcome(0, untidy + "\n", ""));
    assertThat(again).isEqualTo(new Outcome(0, "", ""));
    assertThat(untidy)
        .hasContent(
            """
            query q() {
              match { $a: Ship }
              return { $a.imo }
            } // end
            """);
  }

  @Test
  void fmtLeavesAFileThatDoesNotParse() throws IOException {
    Path broken = Files.writeString(directory.resolve("a.gq"), "query q( { }");

    Outcome text = run("fmt", broken);
    Outcome json = run("fmt", "--json", broken);

    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.err()).contains("parse error: expected a parameter, found `{`", "a.gq:1:10");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.out()).contains("\"status\": \"error\"", "\"unchanged\": 0");
    assertThat(broken).hasContent("query q( { }");
  }

  @Test
  void fmtKnowsSchemaFilesToo() throws IOException {
    Path schema = Files.writeString(directory.resolve("s.pg"), SCHEMA);
    Path broken = Files.writeString(directory.resolve("t.pg"), "node ship {");

    Outcome outcome = run("fmt", schema, broken);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEqualTo(schema + "\n");
    assertThat(outcome.err()).contains("parse error: ", "t.pg:1:6");
    assertThat(schema).content().startsWith("node Ship {\n  imo: String @key\n");
  }

  @Test
  void fmtKnowsNoOtherFiles() throws IOException {
    Path other = Files.writeString(directory.resolve("s.txt"), "");

    assertThat(run("fmt", directory.resolve("none.gq")))
        .isEqualTo(
            new Outcome(1, "", "Error: cannot read `" + directory + "/none.gq`: No such file\n"));
    assertThat(run("fmt", other).err()).contains("is neither a .gq nor a .pg file");
  }

  private static Outcome run(Object... arguments) {
    return CommandRuns.of(arguments);
  }
}
