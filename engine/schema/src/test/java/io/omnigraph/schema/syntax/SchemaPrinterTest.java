package io.omnigraph.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.Compiled;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.SourceProblem;
import io.omnigraph.schema.migration.MigrationPlanner;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaPrinterTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPrintedMeansTheSame(long seed) {
    String source = GeneratedSchemas.source(seed);

    String printed = SchemaPrinter.print(parse(source));

    assertThat(SchemaPrinter.print(parse(printed))).isEqualTo(printed);
    Schema before = Compiled.schema(source);
    Schema after = Compiled.schema(printed);
    assertThat(after.nodes()).isEqualTo(before.nodes());
    assertThat(after.edges()).isEqualTo(before.edges());
    assertThat(after.interfaces()).isEqualTo(before.interfaces());
    assertThat(MigrationPlanner.plan(before, after).steps()).isEmpty();
  }

  @Test
  void printsOneMemberALine() {
    String source =
        """
        edge E:A->A @card(0..1) @x("y"){@unique(dst,src)}
        node A @description("a\\"b") implements I{a:enum(b,a)? @index @range(n,..1.50) n:I32}
        interface I{}
        """;

    assertThat(SchemaPrinter.print(parse(source)))
        .isEqualTo(
            """
            edge E: A -> A @card(0..1) @x("y") {
              @unique(dst, src)
            }

            node A @description("a\\"b") implements I {
              a: enum(a, b)? @index
              @range(n, ..1.5)
              n: I32
            }

            interface I {}
            """);
  }

  private static SyntaxTree parse(String source) {
    Problems problems = new Problems(new SourceText("test.pg", source));
    SyntaxTree tree = SchemaParser.parse(new SourceText("test.pg", source), problems);
    assertThat(problems.byPosition()).extracting(SourceProblem::message).isEmpty();
    return tree;
  }
}
