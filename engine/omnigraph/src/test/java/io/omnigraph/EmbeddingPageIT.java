package io.omnigraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of {@code docs/embedding.md}, run as its readers would run it. */
final class EmbeddingPageIT {

  private static final Path PAGE =
      Path.of(System.getProperty("omnigraph.home"), "docs/embedding.md");
  private static final List<String> FLAGS =
      List.of(
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  @TempDir private Path directory;
  private String page = "";

  @BeforeEach
  void writeTheProgram() throws IOException {
    page = Files.readString(PAGE);
    Files.writeString(directory.resolve("Ships.java"), block("java"));
    Files.writeString(directory.resolve("ships.jsonl"), block("json"));
  }

  @Test
  void theProgramPrintsWhatThePageSays() throws Exception {
    Ended ended = run(FLAGS);

    assertThat(ended.output()).isEqualTo(block("text"));
    assertThat(ended.code()).isZero();
  }

  @Test
  void aMissingFlagIsNamed() throws Exception {
    Ended ended = run(List.of());

    assertThat(ended.errors()).contains("`--add-opens=java.base/java.nio=ALL-UNNAMED`");
    assertThat(ended.code()).isNotZero();
  }

  @Test
  void noServerAndNoCommandLineComeWithIt() {
    assertThat(libraries())
        .isNotEmpty()
        .noneMatch(
            jar -> jar.matches(".*/(picocli|undertow|cedar|omnigraph-(api|core|cli|server)).*"));
  }

  private Ended run(List<String> flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), libraries())));
    command.addAll(List.of("Ships.java", "ships.omni", "ships.jsonl"));
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(directory.resolve("errors").toFile())
            .redirectOutput(output.toFile())
            .start();
    int code = process.waitFor();
    return new Ended(code, Files.readString(output), Files.readString(directory.resolve("errors")));
  }

  /** The class path of this module, less what only its tests need. */
  private static List<String> libraries() {
    return Arrays.stream(
            System.getProperty("java.class.path")
                .split(Pattern.quote(System.getProperty("path.separator")), -1))
        .filter(entry -> entry.endsWith(".jar") || entry.endsWith("classes"))
        .filter(entry ->
            !entry.matches(
                ".*(junit|opentest4j|assertj|apiguardian|slf4j-simple|surefire|test-classes).*"))
        .toList();
  }

  /** The first fenced block of a language on the page. */
  private String block(String language) {
    Matcher matcher =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private record Ended(int code, String output, String errors) {}
}
