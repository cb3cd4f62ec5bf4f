package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.plugin.query.output.ReadFormat;
import io.omnigraph.plugin.query.output.TableStyle;
import io.omnigraph.plugin.query.output.TableStyle.CellLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that choose how rows are printed; a picocli mixin. */
final class FormatOptions {

  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  FormatOptions() {}

  /** A format. */
  static final class Choice {

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        converter = Word.class,
        description = "table (the default), kv, csv, jsonl or json.")
    private @Nullable ReadFormat format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;
  }

  /** Reads the word of a format. */
  static final class Word implements ITypeConverter<ReadFormat> {

    @Override
    public ReadFormat convert(String word) {
      return ReadFormat.of(word)
          .orElseThrow(() ->
              new TypeConversionException("`" + word + "` is none of table, kv, csv, jsonl, json"));
    }
  }

  /**
   * A result as these options, or else the settings, would have it.
   *
   * @throws CommandFailure when a setting is wrong
   */
  String print(CommandContext context, TargetOptions target, ReadOutput output) {
    ReadFormat format = format(context, target);
    TableStyle style = format == ReadFormat.TABLE ? style(context, target) : TableStyle.usual();
    return format.print(output, style);
  }

  /** Whether a result would be printed as one JSON document. */
  boolean isJson(CommandContext context, TargetOptions target) {
    return format(context, target) == ReadFormat.JSON;
  }

  private ReadFormat format(CommandContext context, TargetOptions target) {
    if (choice != null && choice.json) {
      return ReadFormat.JSON;
    }
    if (choice != null && choice.format != null) {
      return choice.format;
    }
    Optional<String> word = context.setting(target, "cli.output_format");
    return word.isEmpty()
        ? ReadFormat.TABLE
        : ReadFormat.of(word.get())
            .orElseThrow(
                () -> wrong("cli.output_format", word.get(), "table, kv, csv, jsonl or json"));
  }

  private static TableStyle style(CommandContext context, TargetOptions target) {
    TableStyle usual = TableStyle.usual();
    return new TableStyle(
        context
            .setting(target, "cli.table_max_column_width")
            .map(FormatOptions::width)
            .orElse(usual.maxColumnWidth()),
        context
            .setting(target, "cli.table_cell_layout")
            .map(FormatOptions::layout)
            .orElse(usual.layout()));
  }

  private static int width(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw wrong("cli.table_max_column_width", text, "a whole number");
    }
    return Integer.parseInt(text);
  }

  private static CellLayout layout(String word) {
    return switch (word) {
      case "truncate" -> CellLayout.TRUNCATE;
      case "wrap" -> CellLayout.WRAP;
      default -> throw wrong("cli.table_cell_layout", word, "truncate or wrap");
    };
  }

  private static CommandFailure wrong(String setting, String value, String expected) {
    return CommandFailure.failed(
        "the setting `%s` is `%s`; expected %s".formatted(setting, value, expected));
  }
}
