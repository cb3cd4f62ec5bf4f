package io.omnigraph.schema.syntax;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.language.Lexer;
import io.omnigraph.schema.language.LexicalRules;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.SyntaxException;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses schema sources (docs/reference/schema-language.md §1 to §3). After an error it goes on at
 * the next declaration, so that one run finds the errors of several.
 */
public final class SchemaParser {

  /** How sources are cut into tokens. */
  public static final LexicalRules RULES =
      LexicalRules.withSymbols("{", "}", "(", ")", "[", "]", ":", ",", "@", "?", "->", "..", "-");

  private final TokenStream tokens;
  private final DeclarationParser declaration;

  private SchemaParser(TokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.declaration = new DeclarationParser(tokens, problems);
  }

  /**
   * Parses a source.
   *
   * @param problems receives what is wrong; the tree is whole only if nothing is
   */
  public static SyntaxTree parse(SourceText source, Problems problems) {
    var tokens = new TokenStream(Lexer.tokens(source, RULES, problems), problems);
    return new SchemaParser(tokens, problems).schema();
  }

  private SyntaxTree schema() {
    List<Declaration> declarations = new ArrayList<>();
    while (!tokens.atEnd()) {
      Token first = tokens.peek();
      try {
        declarations.add(declaration());
      } catch (SyntaxException _) {
        if (tokens.peek().equals(first)) {
          tokens.next();
        }
        tokens.skipTo(DeclarationParser::isNext);
      }
    }
    return new SyntaxTree(declarations);
  }

  private Declaration declaration() {
    Token found = tokens.peek();
    String word = found.kind() == Kind.NAME ? found.text() : "";
    return switch (word) {
      case "interface" -> declaration.interfaceType();
      case "node" -> declaration.nodeType();
      case "edge" -> declaration.edgeType();
      default ->
          throw tokens.expected(
              "`interface`, `node` or `edge`", DidYouMean.help(word, DeclarationParser.KEYWORDS));
    };
  }
}
