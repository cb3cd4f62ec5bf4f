package io.omnigraph.query.rank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Splits texts into words (section 8.2): runs of letters and digits, at most 40 characters long, in
 * lower case, without accents and English stop words. Safe for use by many threads.
 */
public final class Words {

  private static final int LONGEST = 40;

  private static final Analyzer STEMS = analyzer(Form.STEM);
  private static final Analyzer PLAIN = analyzer(Form.AS_WRITTEN);

  private enum Form {
    STEM,
    AS_WRITTEN
  }

  private Words() {}

  /** The stems of a text's words, in order. */
  public static List<String> stems(String text) {
    return words(STEMS, text);
  }

  /** A text's words as they are written, in order. */
  public static List<String> asWritten(String text) {
    return words(PLAIN, text);
  }

  private static List<String> words(Analyzer analyzer, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
    return words;
  }

  private static Analyzer analyzer(Form form) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer source = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
        TokenStream words = new LengthFilter(source, 1, LONGEST);
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.getDefaultStopSet());
        if (form == Form.STEM) {
          words = new SnowballFilter(words, new EnglishStemmer());
        }
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(words));
      }
    };
  }
}
