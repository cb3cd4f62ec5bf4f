package io.omnigraph.plugin.graph.command;

import io.omnigraph.io.load.LoadMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads modes in exactly the words that help shows. */
final class LoadModeConverter implements ITypeConverter<LoadMode> {

  /** Made by picocli. */
  LoadModeConverter() {}

  @Override
  public LoadMode convert(String value) {
    return Arrays.stream(LoadMode.values())
        .filter(mode -> mode.word().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected "
                    + Arrays.stream(LoadMode.values())
                        .map(LoadMode::word)
                        .collect(Collectors.joining(", "))
                    + ", found `"
                    + value
                    + "`"));
  }
}
