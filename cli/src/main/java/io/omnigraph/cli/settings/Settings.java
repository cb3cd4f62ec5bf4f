package io.omnigraph.cli.settings;

import io.omnigraph.api.command.CommandFailure;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has set, in files and in the environment. A file is read on the first question
 * that needs it, and once. Not safe for use by several threads.
 */
public final class Settings {

  private final Path workingDirectory;
  private final Map<String, String> environment;
  private final PrintWriter err;
  private final Map<String, SettingsFile> read = new LinkedHashMap<>();
  private @Nullable SettingsFile operatorFile;

  /**
   * The settings of a process.
   *
   * @param workingDirectory where {@code omnigraph.yaml} is looked for
   * @param environment the variables of the process
   * @param err where warnings go
   */
  public Settings(Path workingDirectory, Map<String, String> environment, PrintWriter err) {
    this.workingDirectory = workingDirectory;
    this.environment = new TreeMap<>(environment);
    this.err = err;
  }

  /**
   * A setting of {@code omnigraph.yaml}.
   *
   * @param config the file that the command names, if it names one
   * @param keys the key's parts: {@code cli}, {@code actor}
   */
  public Optional<String> text(Optional<String> config, String... keys) {
    return omnigraphYaml(config).text(keys);
  }

  /** The names below a key of {@code omnigraph.yaml}. */
  public List<String> names(Optional<String> config, String... keys) {
    return omnigraphYaml(config).names(keys);
  }

  /** A path of {@code omnigraph.yaml}, against whose directory relative ones are resolved. */
  public String resolve(Optional<String> config, String path) {
    return path.contains("://") ? path : omnigraphYaml(config).base().resolve(path).toString();
  }

  /** A setting of {@code ~/.omnigraph/config.yaml}. */
  public Optional<String> operator(String... keys) {
    return operatorFile().text(keys);
  }

  /** The names below a key of {@code ~/.omnigraph/config.yaml}. */
  public List<String> operatorNames(String... keys) {
    return operatorFile().names(keys);
  }

  /** A variable of the environment; a blank one counts as unset. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The directory of the operator's own files; empty when there is no home. */
  public Optional<Path> operatorDirectory() {
    Optional<Path> home = variable("HOME").map(Path::of);
    Optional<String> chosen = variable("OMNIGRAPH_HOME");
    if (chosen.isEmpty()) {
      return home.map(h -> h.resolve(".omnigraph"));
    }
    String path = chosen.get();
    if (path.equals("~") || path.startsWith("~/")) {
      return home.map(h -> h.resolve(path.substring(Math.min(2, path.length()))));
    }
    return Optional.of(Path.of(path));
  }

  private SettingsFile omnigraphYaml(Optional<String> config) {
    return read.computeIfAbsent(config.orElse(""), _ -> readOmnigraphYaml(config));
  }

  private SettingsFile readOmnigraphYaml(Optional<String> config) {
    Optional<String> named = config.or(() -> variable("OMNIGRAPH_CONFIG"));
    Path path = workingDirectory.resolve(named.orElse("omnigraph.yaml"));
    if (named.isPresent() && !Files.exists(path)) {
      throw CommandFailure.failed("No such file: " + path);
    }
    if (!Files.exists(path)) {
      return SettingsFile.absent(workingDirectory.toAbsolutePath());
    }
    return SettingsFile.read(
        path, KnownKeys.OMNIGRAPH_YAML, "could not parse omnigraph.yaml at", err);
  }

  private SettingsFile operatorFile() {
    SettingsFile known = operatorFile;
    if (known == null) {
      known = readOperatorFile();
      operatorFile = known;
    }
    return known;
  }

  private SettingsFile readOperatorFile() {
    Optional<Path> path = operatorDirectory().map(d -> d.resolve("config.yaml"));
    if (path.isEmpty() || !Files.exists(path.get())) {
      return SettingsFile.absent(workingDirectory);
    }
    return SettingsFile.read(
        path.get(), KnownKeys.OPERATOR_FILE, "could not parse operator config at", err);
  }
}
