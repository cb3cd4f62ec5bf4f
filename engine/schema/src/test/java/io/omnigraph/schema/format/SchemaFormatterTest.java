package io.omnigraph.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.Compiled;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.language.Lexer;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.syntax.GeneratedSchemas;
import io.omnigraph.schema.syntax.SchemaParser;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFormatterTest {

  record Case(String source, String formatted) {}

  static final List<Case> CASES =
      List.of(
          new Case("", ""),
          new Case("// only this", "// only this\n"),
          new Case("node  V{}", "node V {}\n"),
          new Case(
              "node V @x(1.50) implements I,J{a:enum(2024-q1,b)?@index @range(a,-3 .. -1)}",
              """
              node V @x(1.50) implements I, J {
                a: enum(2024-q1, b)? @index
                @range(a, -3..-1)
              }
              """),
          new Case(
              "edge E:A->B{k:String @unique( @src,k ) @key ( @src , @dst,k)@index}",
              """
              edge E: A -> B {
                k: String
                @unique(@src, k)
                @key(@src, @dst, k) @index
              }
              """),
          new Case(
              "edge E:A->B@card(0..)\nedge F : A -> B\n\nedge G: A->B{w:[ I32 ] ? v:Vector( 3 )}",
              """
              edge E: A -> B @card(0..)
              edge F: A -> B

              edge G: A -> B {
                w: [I32]?
                v: Vector(3)
              }
              """),
          new Case(
              """
              // ships
              // and more
              node V { // a ship
                // its name
                a: String // required

                /* and */ b: I32 /* not */ @index
                // the end
              } // of ships
              // ports
              node W { a: I32
              }
              """,
              """
              // ships
              // and more
              node V { // a ship
                // its name
                a: String // required

                /* and */
                /* not */
                b: I32 @index
                // the end
              } // of ships

              // ports
              node W {
                a: I32
              }
              """),
          new Case(
              "node V { node: I32 edge: I32 @node @description(\"a\\\"  b\") }",
              """
              node V {
                node: I32
                edge: I32 @node @description("a\\"  b")
              }
              """));

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void laysOut(Case given) {
    assertThat(format(given.source())).isEqualTo(given.formatted());
    assertThat(format(given.formatted())).isEqualTo(given.formatted());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theMeaningAndEveryCommentStay(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String source = GeneratedSchemas.source(seed);
    StringBuilder commented = new StringBuilder();
    int comments = 0;
    int end = 0;
    for (Token token : tokens(source)) {
      commented.append(source, end, token.span().end());
      end = token.span().end();
      if (random.nextInt(6) == 0) {
        String remark = "remark " + comments++;
        commented.append(random.nextBoolean() ? "/* " + remark + " */" : "// " + remark + "\n");
      }
    }

    String formatted = format(commented.toString());

    Schema before = Compiled.schema(source);
    Schema after = Compiled.schema(formatted);
    assertThat(after.nodes()).isEqualTo(before.nodes());
    assertThat(after.edges()).isEqualTo(before.edges());
    assertThat(after.interfaces()).isEqualTo(before.interfaces());
    assertThat(formatted.split("remark ", -1)).hasSize(comments + 1);
    assertThat(format(formatted)).isEqualTo(formatted);
  }

  private static List<Token> tokens(String source) {
    SourceText text = new SourceText("test.pg", source);
    return Lexer.tokens(text, SchemaParser.RULES, new Problems(text));
  }

  private static String format(String source) {
    return SchemaFormatter.format(new SourceText("test.pg", source));
  }
}
