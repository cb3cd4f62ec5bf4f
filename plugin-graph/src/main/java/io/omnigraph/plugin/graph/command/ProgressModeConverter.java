package io.omnigraph.plugin.graph.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads ways of showing progress in exactly the words that help shows. */
final class ProgressModeConverter implements ITypeConverter<ProgressMode> {

  /** Made by picocli. */
  ProgressModeConverter() {}

  @Override
  public ProgressMode convert(String value) {
    return Arrays.stream(ProgressMode.values())
        .filter(mode -> mode.word().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected "
                    + Arrays.stream(ProgressMode.values())
                        .map(ProgressMode::word)
                        .collect(Collectors.joining(", "))
                    + ", found `"
                    + value
                    + "`"));
  }
}
