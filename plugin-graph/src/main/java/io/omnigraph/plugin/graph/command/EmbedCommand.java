package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.graph.embed.Embedders;
import io.omnigraph.graph.embed.EmbeddingException;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.process.StopRequest;
import io.omnigraph.io.embed.EmbedException;
import io.omnigraph.io.embed.EmbedMode;
import io.omnigraph.io.embed.EmbedReport;
import io.omnigraph.io.embed.EmbedRequest;
import io.omnigraph.io.embed.EmbedRun;
import io.omnigraph.io.embed.EmbedSpec;
import io.omnigraph.io.embed.Manifest;
import io.omnigraph.io.embed.Selector;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes vectors for a file of records. Touches no graph and reads no configuration. */
@Command(
    name = "embed",
    description = "Make vectors for the nodes of a file of records, before it is loaded.")
final class EmbedCommand extends AnswerCommand<EmbedReport> {

  private final Map<String, String> environment;
  private final StopRequest stop;

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description = "A seed manifest (YAML) that names the files and what is embedded.")
  private @Nullable Path seed;

  @Option(names = "--input", paramLabel = "FILE", description = "The records, one a line.")
  private @Nullable Path input;

  @Option(names = "--output", paramLabel = "FILE", description = "Where the result is written.")
  private @Nullable Path output;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "What is embedded (JSON), with --input and --output instead of --seed.")
  private @Nullable Path specFile;

  @ArgGroup(exclusive = true)
  private @Nullable Mode mode;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only nodes of this type; may be given several times.")
  private List<String> types = List.of();

  @Option(
      names = "--select",
      paramLabel = "[TYPE:]FIELD=VALUE",
      description = "Only nodes with this value, embedded anew; may be given several times.")
  private List<String> selectors = List.of();

  /**
   * A command that finds its provider in some environment variables.
   *
   * @param stop asked before every request whether to give up
   */
  EmbedCommand(Map<String, String> environment, StopRequest stop) {
    this.environment = Map.copyOf(environment);
    this.stop = stop;
  }

  /** What is done other than to fill in what is missing. */
  static final class Mode {

    @Option(names = "--clean", description = "Remove the vectors.")
    private boolean clean;

    @Option(names = "--reembed-all", description = "Make all vectors anew.")
    private boolean reembedAll;
  }

  @Override
  protected List<String> lines(EmbedReport report) {
    return List.of(report.line());
  }

  @Override
  protected EmbedReport answer() {
    try (var _ = stop.defer()) {
      Embedder embedder = Embedders.from(environment);
      return EmbedRun.run(
          request(),
          (texts, dimension, purpose) -> {
            stop.check();
            return embedder.embed(texts, dimension, purpose);
          });
    } catch (EmbedException | NoEmbedderException | EmbeddingException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw CommandFailure.failed("cannot read `" + e.getFile() + "`: No such file", e);
    } catch (CharacterCodingException e) {
      throw CommandFailure.failed("cannot read the records: they are not valid UTF-8", e);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot embed: " + e.getMessage(), e);
    }
  }

  private EmbedRequest request() {
    Manifest files = files();
    return new EmbedRequest(
        files.input(),
        files.output(),
        files.spec(),
        chosenMode(),
        types,
        selectors.stream().map(Selector::parse).toList());
  }

  private Manifest files() {
    Path manifest = seed;
    if (manifest != null) {
      if (input != null || output != null || specFile != null) {
        throw CommandFailure.usage("--seed cannot be combined with --input, --output or --spec");
      }
      return Manifest.read(manifest, InputFiles.text(manifest));
    }
    if (input == null || output == null || specFile == null) {
      throw CommandFailure.usage(
          "pass --seed, or --input, --output and --spec, all three together");
    }
    return new Manifest(input, output, spec(specFile));
  }

  private static EmbedSpec spec(Path file) {
    return switch (Json.parse(InputFiles.text(file))) {
      case ParsedJson.Value(JsonNode json) -> EmbedSpec.read(json, file.toString());
      case ParsedJson.Refused refused ->
          throw CommandFailure.failed(file + ": " + refused.message());
    };
  }

  private EmbedMode chosenMode() {
    if (mode != null && mode.clean) {
      return EmbedMode.CLEAN;
    }
    if (mode != null && mode.reembedAll) {
      return EmbedMode.REEMBED_ALL;
    }
    return selectors.isEmpty() ? EmbedMode.FILL_MISSING : EmbedMode.REEMBED_SELECTED;
  }
}
