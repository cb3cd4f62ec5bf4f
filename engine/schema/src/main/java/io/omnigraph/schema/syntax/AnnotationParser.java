package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;

/** Parses annotations: a name and at most one argument, which is kept as text. */
final class AnnotationParser {

  private final TokenStream tokens;

  AnnotationParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  WrittenAnnotation annotation() {
    Token first = tokens.expectSymbol("@");
    String name = tokens.expect(Kind.NAME, "the name of an annotation").text();
    String value = null;
    if (tokens.acceptSymbol("(")) {
      value = argument().text();
      if (tokens.atSymbol(",")) {
        throw tokens.expected("`)`", "an annotation takes one argument at most");
      }
      tokens.expectSymbol(")");
    }
    return new WrittenAnnotation(new Annotation(name, value), tokens.since(first));
  }

  private Token argument() {
    return switch (tokens.peek().kind()) {
      case NAME, STRING, INTEGER, FLOAT -> tokens.next();
      case TYPE_NAME ->
          throw tokens.expected(
              "the argument of an annotation",
              "a name that begins with an upper-case letter is written in quotes");
      case SYMBOL, VARIABLE, UNREADABLE, END ->
          throw tokens.expected("the argument of an annotation");
    };
  }
}
