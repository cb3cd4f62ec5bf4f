package io.omnigraph.graph.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Splits texts into words (docs/reference/query-language.md §8.2): runs of letters and digits, at
 * most 40 characters long, in lower case, without accents and English stop words. Numbers the words
 * as they turn up, and remembers them, because most come again. Used by one thread.
 */
public final class Words {

  private static final int LONGEST = 40;
  private static final int STOP_WORD = -1;
  private static final CharArraySet STOP_WORDS = EnglishAnalyzer.getDefaultStopSet();

  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final Runs runs = new Runs();
  private final Map<Word, Integer> numbers = new HashMap<>();
  private final List<Word> words = new ArrayList<>();

  /** The words of a text, in order. */
  public static List<Word> of(String text) {
    Words splitter = new Words();
    List<Word> found = new ArrayList<>();
    splitter.each(text, number -> found.add(splitter.word(number)));
    return List.copyOf(found);
  }

  /** Passes on the number of each word of a text, in order. */
  public void each(String text, IntConsumer action) {
    int length = text.length();
    int at = 0;
    while (at < length) {
      int start = at;
      int hash = 0;
      while (at < length) {
        char unit = text.charAt(at);
        if (unit < 0x80 ? !isAsciiLetterOrDigit(unit) : !isLetterOrDigit(text, at)) {
          break;
        }
        hash = 31 * hash + unit;
        at++;
      }
      if (at > start && at - start <= LONGEST) {
        int number = number(text, start, at, hash);
        if (number != STOP_WORD) {
          action.accept(number);
        }
      }
      at++;
    }
  }

  /** The word of a number. */
  public Word word(int number) {
    return words.get(number);
  }

  /** All words that have a number, by their numbers. */
  List<Word> words() {
    return words;
  }

  private static boolean isAsciiLetterOrDigit(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9');
  }

  /** Also of the second half of a letter that takes two. */
  private static boolean isLetterOrDigit(String text, int at) {
    boolean isSecondHalf =
        at > 0
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return Character.isLetterOrDigit(text.codePointAt(isSecondHalf ? at - 1 : at));
  }

  private int number(String text, int start, int end, int hash) {
    int known = runs.find(text, start, end, hash);
    if (known != Runs.UNKNOWN) {
      return known;
    }
    String run = text.substring(start, end);
    int number = number(lowered(run));
    runs.add(run, number);
    return number;
  }

  private int number(String lowered) {
    if (STOP_WORDS.contains(lowered)) {
      return STOP_WORD;
    }
    stemmer.setCurrent(lowered);
    stemmer.stem();
    Word word = new Word(folded(stemmer.getCurrent()), folded(lowered));
    return numbers.computeIfAbsent(
        word,
        fresh -> {
          words.add(fresh);
          return words.size() - 1;
        });
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
