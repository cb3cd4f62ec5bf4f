package io.omnigraph.graph.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Splits texts into words (query-language specification, section 8.2): runs of letters and digits,
 * at most 40 characters long, in lower case, without accents and English stop words. Remembers the
 * words that it has seen, because most come again. Used by one thread.
 */
public final class Words {

  private static final int LONGEST = 40;
  private static final int MOST_REMEMBERED = 1 << 20;

  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final Map<String, Optional<Word>> seen = new HashMap<>();

  /** The words of a text, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    new Words().each(text, words::add);
    return List.copyOf(words);
  }

  /** Passes on the words of a text, in order. */
  public void each(String text, Consumer<Word> action) {
    int length = text.length();
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && isLetterOrDigit(text, end)) {
        end += width(text, end);
      }
      if (end > start && end - start <= LONGEST) {
        word(text.substring(start, end)).ifPresent(action);
      }
      start = end < length ? end + width(text, end) : length;
    }
  }

  private static boolean isLetterOrDigit(String text, int at) {
    char unit = text.charAt(at);
    return unit < 0x80
        ? (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || isDigit(unit)
        : Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private static int width(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }

  /** The word that a run of letters and digits stands for; empty for a stop word. */
  private Optional<Word> word(String run) {
    Optional<Word> known = seen.get(run);
    if (known != null) {
      return known;
    }
    if (seen.size() >= MOST_REMEMBERED) {
      seen.clear();
    }
    Optional<Word> made = make(lowered(run));
    seen.put(run, made);
    return made;
  }

  private Optional<Word> make(String word) {
    if (EnglishAnalyzer.getDefaultStopSet().contains(word)) {
      return Optional.empty();
    }
    stemmer.setCurrent(word);
    stemmer.stem();
    return Optional.of(new Word(folded(stemmer.getCurrent()), folded(word)));
  }

  /** Letter by letter, so that the number of letters stays and no locale matters. */
  private static String lowered(String run) {
    return run.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String folded(String word) {
    if (word.chars().allMatch(unit -> unit < 0x80)) {
      return word;
    }
    // A letter becomes at most four.
    char[] folded = new char[4 * word.length()];
    int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
    return new String(folded, 0, length);
  }
}
