package io.omnigraph.graph.text;

/**
 * A word of a text, in lower case and without accents.
 *
 * @param stem what it has in common with its other forms, by the English stemmer
 * @param written as it stands in the text
 */
public record Word(String stem, String written) implements Comparable<Word> {

  @Override
  public int compareTo(Word other) {
    int order = stem.compareTo(other.stem);
    return order != 0 ? order : written.compareTo(other.written);
  }
}
