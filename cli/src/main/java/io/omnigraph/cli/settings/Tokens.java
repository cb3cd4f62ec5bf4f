package io.omnigraph.cli.settings;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.source.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the bearer token for a remote graph (docs/reference/command-line.md §8.2). */
public final class Tokens {

  private final Settings settings;

  /** Tokens of an operator. */
  public Tokens(Settings settings) {
    this.settings = settings;
  }

  /**
   * The token to send.
   *
   * @param url that requests go to
   * @param config the {@code omnigraph.yaml} that the command names
   * @param graph the configured graph that was selected, if one was
   */
  public Optional<String> find(String url, Optional<String> config, Optional<String> graph) {
    return keyed(url).or(() -> configured(config, graph));
  }

  private Optional<String> keyed(String url) {
    Optional<String> server =
        settings.operatorNames("servers").stream()
            .filter(name -> matches(urlOf(name), url))
            .max(Comparator.comparingInt(name -> urlOf(name).length()));
    return server.flatMap(name ->
        settings
            .variable("OMNIGRAPH_TOKEN_" + name.toUpperCase(Locale.ROOT).replace('-', '_'))
            .or(() -> stored(name)));
  }

  private Optional<String> stored(String server) {
    return settings
        .operatorDirectory()
        .flatMap(directory -> Credentials.token(directory.resolve("credentials"), server));
  }

  private String urlOf(String server) {
    return withoutFinalSlash(settings.operator("servers", server, "url").orElse(""));
  }

  private static boolean matches(String base, String url) {
    String wanted = withoutFinalSlash(url);
    return !base.isEmpty() && (wanted.equals(base) || wanted.startsWith(base + "/"));
  }

  private Optional<String> configured(Optional<String> config, Optional<String> graph) {
    return graph
        .flatMap(name -> settings.text(config, "graphs", name, "bearer_token_env"))
        .flatMap(variable -> variableOrFile(variable, config))
        .or(() -> variableOrFile("OMNIGRAPH_BEARER_TOKEN", config));
  }

  private Optional<String> variableOrFile(String variable, Optional<String> config) {
    return settings.variable(variable).or(() -> fromEnvironmentFile(variable, config));
  }

  private Optional<String> fromEnvironmentFile(String variable, Optional<String> config) {
    Optional<Path> file =
        settings
            .text(config, "auth", "env_file")
            .map(path -> Path.of(settings.resolve(config, path)))
            .filter(Files::exists);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Utf8.withoutMark(TextFile.read(file.get()))
          .lines()
          .map(String::strip)
          .map(line -> line.startsWith("export ") ? line.substring(7).strip() : line)
          .filter(line -> line.startsWith(variable + "=") || line.startsWith(variable + " "))
          .map(line -> line.substring(line.indexOf('=') + 1).strip())
          .map(value -> value.replaceAll("^(['\"])(.*)\\1$", "$2"))
          .filter(value -> !value.isEmpty())
          .findFirst();
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read " + file.get(), e);
    }
  }

  static String withoutFinalSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
