package io.omnigraph.schema.language;

import io.omnigraph.schema.language.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text and how far a parser has come in them. The {@code at…} methods look, the
 * {@code accept…} methods take what is there if it fits, and the {@code expect…} methods take it or
 * report what they expected and throw, for the parser to go on with {@link #skipTo}.
 */
public final class TokenStream {

  private final List<Token> tokens;
  private final Problems problems;
  private int at;

  /**
   * A stream at its first token.
   *
   * @param tokens as {@link Lexer#tokens} returns them
   */
  public TokenStream(List<Token> tokens, Problems problems) {
    if (tokens.isEmpty() || tokens.getLast().kind() != Kind.END) {
      throw new IllegalArgumentException("the tokens of a text have an end");
    }
    this.tokens = List.copyOf(tokens);
    this.problems = problems;
  }

  /** The next token, without taking it; at the end always {@link Kind#END}. */
  public Token peek() {
    return peek(0);
  }

  /** The token that is {@code ahead} tokens after the next one. */
  public Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  /** The token that was taken last; before any was taken, the next one. */
  public Token previous() {
    return tokens.get(Math.max(at - 1, 0));
  }

  /** Takes the next token. */
  public Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  /** From the beginning of a token to the end of the one that was taken last. */
  public Span since(Token first) {
    return first.span().end() > previous().span().end()
        ? first.span()
        : first.span().to(previous().span());
  }

  public boolean atEnd() {
    return at(Kind.END);
  }

  public boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  public boolean atSymbol(String symbol) {
    return peek().isSymbol(symbol);
  }

  public boolean atWord(String word) {
    return peek().isWord(word);
  }

  /** Takes the next token if it is of this kind. */
  public Optional<Token> accept(Kind kind) {
    return at(kind) ? Optional.of(next()) : Optional.empty();
  }

  /** Takes the next token if it is this symbol, and says whether it was. */
  public boolean acceptSymbol(String symbol) {
    boolean there = atSymbol(symbol);
    if (there) {
      next();
    }
    return there;
  }

  /** Takes the next token if it is this word, and says whether it was. */
  public boolean acceptWord(String word) {
    boolean there = atWord(word);
    if (there) {
      next();
    }
    return there;
  }

  /**
   * Takes a token of this kind.
   *
   * @param what was expected, for the message: {@code a property name}
   */
  public Token expect(Kind kind, String what) {
    if (!at(kind)) {
      throw expected(what);
    }
    return next();
  }

  /** Takes this symbol. */
  public Token expectSymbol(String symbol) {
    if (!atSymbol(symbol)) {
      throw expected("`" + symbol + "`");
    }
    return next();
  }

  /** Takes this word. */
  public Token expectWord(String word) {
    if (!atWord(word)) {
      throw expected("`" + word + "`");
    }
    return next();
  }

  /** Reports that something else was expected than the next token; to be thrown. */
  public SyntaxException expected(String what) {
    return expected(what, null);
  }

  /** Reports that something else was expected than the next token, with a way out. */
  public SyntaxException expected(String what, @Nullable String help) {
    return failure("expected " + what + ", found " + peek().described(), help);
  }

  /**
   * Reports that the next token is wrong, unless the lexer has done so already; to be thrown.
   *
   * @param help as {@link SourceProblem#help}
   */
  public SyntaxException failure(String message, @Nullable String help) {
    if (!at(Kind.UNREADABLE)) {
      problems.add(peek().span(), message, help);
    }
    return new SyntaxException();
  }

  /** Skips tokens until the stream is where the parser can go on, or at the end. */
  public void skipTo(Predicate<TokenStream> boundary) {
    while (!atEnd() && !boundary.test(this)) {
      next();
    }
  }
}
