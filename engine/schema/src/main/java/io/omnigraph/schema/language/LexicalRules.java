package io.omnigraph.schema.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * In what the tokens of one language differ from another's. Names, numbers, strings, white space
 * and comments are the same in all.
 */
public final class LexicalRules {

  private final Map<Character, List<String>> symbols;
  private final boolean hasVariables;

  private LexicalRules(Map<Character, List<String>> symbols, boolean hasVariables) {
    this.symbols = symbols;
    this.hasVariables = hasVariables;
  }

  /**
   * A language with these symbols and no variables.
   *
   * @param symbols everything that is neither a word nor a literal, such as {@code ->}; where
   *     several fit, the longest wins
   */
  public static LexicalRules withSymbols(String... symbols) {
    Map<Character, List<String>> byFirst =
        List.of(symbols).stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(symbol -> symbol.charAt(0)));
    return new LexicalRules(
        byFirst.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue()))),
        false);
  }

  /** The same with {@code $name} as a token. */
  public LexicalRules andVariables() {
    return new LexicalRules(symbols, true);
  }

  /** Whether {@code $name} is a token. */
  boolean hasVariables() {
    return hasVariables;
  }

  /** The symbols that begin with a character, the longest first. */
  List<String> symbolsBy(char first) {
    return symbols.getOrDefault(first, List.of());
  }
}
