package io.omnigraph.schema.language;

/**
 * A token.
 *
 * @param text what was written; of a {@link Kind#STRING} its value, of a {@link Kind#VARIABLE} its
 *     name without the {@code $}
 */
public record Token(Kind kind, String text, Span span) {

  /** What sort of token it is. */
  public enum Kind {
    /** {@code [a-z_][A-Za-z0-9_]*}; keywords are names too. */
    NAME("a name"),
    /** {@code [A-Z][A-Za-z0-9_]*}. */
    TYPE_NAME("a type name"),
    /** {@code $} and a name without a blank between them. */
    VARIABLE("a variable"),
    /** {@code [0-9]+}, without a sign. */
    INTEGER("an integer"),
    /** {@code [0-9]+ '.' [0-9]+}, without a sign. */
    FLOAT("a number with a fraction"),
    /** Text in double quotes. */
    STRING("a string"),
    /** One of the symbols of the language. */
    SYMBOL("a symbol"),
    /** Something that no token begins with, or that does not end; the lexer has reported it. */
    UNREADABLE("something unreadable"),
    /** The end of the text. */
    END("the end of the file");

    private final String described;

    Kind(String described) {
      this.described = described;
    }

    /** The sort as messages name it. */
    public String described() {
      return described;
    }
  }

  /** Whether it is this symbol. */
  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it is this word, which may be a keyword where it stands. */
  public boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** Whether another token follows without anything between them. */
  public boolean touches(Token next) {
    return span.end() == next.span.start();
  }

  /** The token as messages show it: {@code `Vessel`}, {@code the end of the file}. */
  public String described() {
    return switch (kind) {
      case NAME, TYPE_NAME, INTEGER, FLOAT, SYMBOL -> "`" + text + "`";
      case VARIABLE -> "`$" + text + "`";
      case STRING, UNREADABLE, END -> kind.described();
    };
  }
}
