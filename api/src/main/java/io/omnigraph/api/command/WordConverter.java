package io.omnigraph.api.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option in exactly one of the words that help shows. */
public abstract class WordConverter<T> implements ITypeConverter<T> {

  private final List<T> values;
  private final Function<T, String> word;

  /**
   * A converter.
   *
   * @param values in the order in which they are shown
   * @param word of a value
   */
  protected WordConverter(List<T> values, Function<T, String> word) {
    this.values = List.copyOf(values);
    this.word = word;
  }

  @Override
  public final T convert(String text) {
    return values.stream()
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected "
                    + values.stream().map(word).collect(Collectors.joining(", "))
                    + ", found `"
                    + text
                    + "`"));
  }
}
