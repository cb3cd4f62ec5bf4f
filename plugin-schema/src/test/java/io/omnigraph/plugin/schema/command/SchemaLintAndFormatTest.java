package io.omnigraph.plugin.schema.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaLintAndFormatTest {

  private static final String URI = "/data/harbor.omni";
  private static final String SERVER = "http://localhost:8080/graphs/harbor";

  /** A source, and what lint prints of it before the last line. */
  record Case(String source, int exit, List<String> lines) {

    static Case of(String source, int exit, String... lines) {
      return new Case(source, exit, List.of(lines));
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.of("node V {}", 0),
          Case.of(
              "node V { a: Strng b: Int }",
              1,
              "ERROR FILE:1:13: unknown type `Strng`; did you mean `String`? [S000]",
              "ERROR FILE:1:22: unknown type `Int` [S000]"),
          Case.of(
              "node V { a: String @check(a, \"(\") }",
              1,
              "ERROR FILE:1:20: the pattern `(` cannot be used, so every write is refused: missing"
                  + " closing ) [S101]"),
          Case.of(
              "node V { n: I32 @range(n, 2..1) }",
              1,
              "ERROR FILE:1:17: no value passes a range whose minimum is above its maximum [S102]"),
          Case.of(
              "node V { n: I32 @indx }",
              0,
              "WARN  FILE:1:17: the annotation `@indx` has no effect; did you mean `@index`?"
                  + " [S103]"),
          Case.of(
              "interface I {}", 0, "INFO  FILE:1:11: no node implements the interface `I` [S104]"),
          Case.of(
              "node V { t: [String] @check(t, \"a\") }",
              0,
              "WARN  FILE:1:22: the constraint on the list `t` is never enforced [S105]"),
          Case.of(
              "node V { v: Vector(2) @unique(v) }",
              0,
              "WARN  FILE:1:23: @unique on `v` compares whole values of type Vector(2), which is"
                  + " rarely meant [S105]"),
          Case.of(
              "node V { n: I32? @default(1) }",
              0,
              "WARN  FILE:1:18: @default has no effect on `n`, which may be absent [S106]"),
          Case.of(
              "node V { n: I32 @default(\"x\") }",
              0,
              "WARN  FILE:1:17: the default of `n` is not a value of type I32 [S106]"));

  @TempDir Path directory;
  private SchemaCommandLine commands = new SchemaCommandLine();

  @BeforeEach
  void start() {
    commands = new SchemaCommandLine();
  }

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " lint rules");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void everyRuleHasItsFinding(Case given) throws IOException {
    String file = file(given.source());

    int exit = commands.run("lint", "--schema", file);

    List<String> lines = commands.out().lines().toList();
    assertThat(lines.subList(0, lines.size() - 1))
        .containsExactlyElementsOf(
            given.lines().stream().map(line -> line.replace("FILE", file)).toList());
    assertThat(lines.getLast()).startsWith("INFO  Lint complete: ");
    assertThat(exit).isEqualTo(given.exit());
  }

  @Test
  void withAGraphLintSaysWhatTheChangeWouldMeet() throws IOException {
    commands.graphs().add(URI, "node V { a: I32? b: I32? }").stuckBranch("old");

    int exit = commands.run("lint", URI, "--schema", file("node V { a: I64? }"));

    assertThat(exit).isEqualTo(1);
    assertThat(commands.out())
        .isEqualTo(
            """
            ERROR changing property type of 'V.a' from I32? to I64? is not supported [OG-MF-106]
            ERROR branch 'old' cannot be carried over: [OG-MF-107] 2 rows break it; mend, merge or \
            delete the branch first [OG-NL-101]
            WARN  the values of `V.b` are left to earlier commits [S201]
            INFO  Lint complete: 2 error(s), 1 warning(s), 0 info item(s)
            """);
  }

  @Test
  void lintOfARemoteGraphAsksTheServer() throws IOException {
    assertThat(commands.run("lint", SERVER, "--schema", file("node V {}"))).isZero();
    assertThat(commands.requests())
        .containsExactly(
            "POST /schema/plan {\"schema_source\":\"node V {}\",\"allow_data_loss\":false}");
  }

  @Test
  void lintOfAGraphAloneLooksAtItsAcceptedSchema() {
    commands.graphs().add(URI, "interface I {}");

    assertThat(commands.run("lint", URI, "--json")).isZero();
    assertThat(commands.out())
        .isEqualTo(
            """
            {
              "status": "ok",
              "schema_source": {
                "kind": "graph",
                "uri": "/data/harbor.omni"
              },
              "errors": 0,
              "warnings": 0,
              "infos": 1,
              "findings": [
                {
                  "severity": "info",
                  "code": "S104",
                  "message": "no node implements the interface `I`",
                  "line": 1,
                  "column": 11
                }
              ]
            }
            """);
  }

  @Test
  void planOfARemoteGraphAsksTheServer() throws IOException {
    assertThat(commands.run("plan", SERVER, "--schema", file("node V {}"))).isZero();
    assertThat(commands.out())
        .startsWith("schema plan for " + SERVER + "\nsupported: yes\n- add node type 'W'\n");
  }

  @Test
  void fmtRewritesAFileAndCheckOnlyLooks() throws IOException {
    String file = file("node V{a:I32}");

    assertThat(commands.run("fmt", "--schema", file, "--check")).isEqualTo(1);
    assertThat(Files.readString(Path.of(file))).isEqualTo("node V{a:I32}");
    assertThat(commands.run("fmt", "--schema", file)).isZero();
    assertThat(Files.readString(Path.of(file))).isEqualTo("node V {\n  a: I32\n}\n");
    assertThat(commands.run("fmt", "--schema", file, "--check", "--json")).isZero();
    assertThat(commands.out())
        .isEqualTo(
            """
            not formatted: FILE
            formatted: FILE
            {
              "path": "FILE",
              "changed": false
            }
            """
                .replace("FILE", file));
  }

  @Test
  void fmtOfAGraphPrintsItsSchema() {
    assertThat(commands.run("fmt", SERVER)).isZero();
    assertThat(commands.out()).isEqualTo("node R {}\n");
  }

  @Test
  void fmtRefusesWhatDoesNotCompile() throws IOException {
    String file = file("node V { a: Strng }");

    assertThat(commands.run("fmt", "--schema", file)).isEqualTo(1);
    assertThat(commands.failure()).hasMessageContaining("unknown type `Strng`");
    assertThat(Files.readString(Path.of(file))).isEqualTo("node V { a: Strng }");
  }

  private String file(String source) throws IOException {
    return Files.writeString(directory.resolve("desired.pg"), source).toString();
  }
}
