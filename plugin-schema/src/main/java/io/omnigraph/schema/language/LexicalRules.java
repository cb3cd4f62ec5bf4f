package io.omnigraph.schema.language;

import java.util.Comparator;
import java.util.List;

/**
 * In what the tokens of one language differ from another's. Names, numbers, strings, white space
 * and comments are the same in all.
 *
 * @param symbols everything that is neither a word nor a literal, such as {@code ->}; where several
 *     fit, the longest wins
 * @param hasVariables whether {@code $name} is a token
 */
public record LexicalRules(List<String> symbols, boolean hasVariables) {

  public LexicalRules {
    symbols = symbols.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** A language with these symbols and no variables. */
  public static LexicalRules withSymbols(String... symbols) {
    return new LexicalRules(List.of(symbols), false);
  }

  /** The same with {@code $name} as a token. */
  public LexicalRules andVariables() {
    return new LexicalRules(symbols, true);
  }
}
