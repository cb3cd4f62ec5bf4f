package io.omnigraph.schema.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.language.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LexerTest {

  private static final LexicalRules RULES =
      LexicalRules.withSymbols("{", "}", ",", ".", "=", ">", ">=", "!=", "->").andVariables();

  record Case(String source, List<String> tokens) {

    static Case of(String source, String... tokens) {
      return new Case(source, List.of(tokens));
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.of("", "END"),
          Case.of("\uFEFFa", "NAME a", "END"),
          Case.of("a_1 _b Cd", "NAME a_1", "NAME _b", "TYPE_NAME Cd", "END"),
          Case.of("$v.name", "VARIABLE v", "SYMBOL .", "NAME name", "END"),
          Case.of("$_", "VARIABLE _", "END"),
          Case.of("{1,3}", "SYMBOL {", "INTEGER 1", "SYMBOL ,", "INTEGER 3", "SYMBOL }", "END"),
          Case.of("1.5 007", "FLOAT 1.5", "INTEGER 007", "END"),
          Case.of("a>=b!=c", "NAME a", "SYMBOL >=", "NAME b", "SYMBOL !=", "NAME c", "END"),
          Case.of("\"a\\n\\\"\\\\\\r\\t\"", "STRING a\n\"\\\r\t", "END"),
          Case.of("a// b\nc/* d\n * e */f", "NAME a", "NAME c", "NAME f", "END"));

  @ParameterizedTest
  @FieldSource("CASES")
  void cutsTextsIntoTokens(Case text) {
    Problems problems = new Problems(source(text.source()));

    assertThat(tokens(text.source(), problems)).isEqualTo(text.tokens());
    assertThat(problems.isEmpty()).isTrue();
  }

  record Unreadable(String source, String message) {}

  static final List<Unreadable> UNREADABLE =
      List.of(
          new Unreadable("a ## b", "unexpected character `#`"),
          new Unreadable("\uFEFF\uFEFF", "unexpected character `U+FEFF`"),
          new Unreadable("\u00A0", "unexpected character `U+00A0`"),
          new Unreadable("$ v", "expected the name of a variable directly after `$`"),
          new Unreadable("\"abc", "the string is not closed; add `\"`"),
          new Unreadable("/* abc", "the comment is not closed; add `*/`"),
          new Unreadable("\"\\d\"", "unsupported escape sequence: \\d"));

  @Test
  void textThatIsNoUnicodeIsAProblemWhereverItStands() {
    for (String text : List.of("\"a\ud800\"", "a // \ud800\nb", "a /* \udc00 */")) {
      Problems problems = new Problems(source(text));

      tokens(text, problems);

      assertThat(problems.byPosition())
          .singleElement()
          .extracting(SourceProblem::message)
          .asString()
          .startsWith("the text is not Unicode: `\\ud");
    }
  }

  @ParameterizedTest
  @FieldSource("UNREADABLE")
  void reportsWhatCannotBeReadOnce(Unreadable text) {
    Problems problems = new Problems(source(text.source()));

    assertThat(tokens(text.source(), problems)).last().isEqualTo("END");
    assertThat(problems.byPosition())
        .extracting(SourceProblem::message)
        .containsExactly(text.message());
  }

  @Test
  void tokensKnowWhereTheyStandAndWhetherTheyTouch() {
    List<Token> tokens = Lexer.tokens(source("ab cd=e"), RULES, new Problems(source("")));

    assertThat(tokens)
        .extracting(Token::span)
        .startsWith(new Span(0, 2), new Span(3, 5), new Span(5, 6), new Span(6, 7));
    assertThat(tokens.get(0).touches(tokens.get(1))).isFalse();
    assertThat(tokens.get(1).touches(tokens.get(2))).isTrue();
  }

  @Test
  void theStreamSaysWhatItExpected() {
    Problems problems = new Problems(source("match ]"));
    var stream = new TokenStream(Lexer.tokens(source("match }"), RULES, problems), problems);
    stream.expectWord("match");

    assertThat(stream.expected("`{`")).isInstanceOf(SyntaxException.class);
    assertThat(problems.byPosition())
        .extracting(SourceProblem::message)
        .containsExactly("expected `{`, found `}`");
  }

  private static List<String> tokens(String text, Problems problems) {
    return Lexer.tokens(source(text), RULES, problems).stream()
        .map(t -> t.kind() == Kind.END ? "END" : t.kind() + " " + t.text())
        .toList();
  }

  private static SourceText source(String text) {
    return new SourceText("test", text);
  }
}
