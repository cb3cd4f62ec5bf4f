package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The launchers in surroundings without a home, without a locale, and with texts of no charset. */
final class LauncherTextIT {

  private static final Path BIN =
      Path.of(System.getProperty("omnigraph.home", "..")).toAbsolutePath().resolve("bin");
  private static final String NOTES = "node Note { code: String @key }\\n";

  /** Variables before the program, as {@code env} takes them. */
  static final List<String> SURROUNDINGS =
      List.of(
          "-u HOME",
          "-u HOME -u LANG -u LC_ALL -u LC_CTYPE",
          "LC_ALL=C",
          "LC_ALL=POSIX",
          "LC_ALL=de_DE.ISO-8859-1",
          "OMNIGRAPH_JVM_OPTIONS='-Duser.language=ar -Duser.country=EG'");

  @TempDir private Path directory;

  @ParameterizedTest
  @FieldSource("SURROUNDINGS")
  void argumentsAndPathsAreUtf8WhateverTheSurroundings(String surroundings) {
    Launched launched =
        shell(
            """
            printf '%%b' '%s' > schéma.pg
            printf '{"type":"Note","data":{"code":"Zürich-😀"}}' > nötes.jsonl
            env %s '%s' init --schema schéma.pg gräph.omni
            env %s '%s' load --data nötes.jsonl -m grüße gräph.omni
            env %s '%s' query -e 'query q() { match { $n: Note { code: "Zürich-😀" } } \
            return { $n.code } }' gräph.omni
            env %s '%s' commit list gräph.omni --json
            env %s '%s' stats gräph.omni
            env %s '%s' optimize gräph.omni
            """
                .formatted(
                    NOTES,
                    surroundings,
                    omnigraph(),
                    surroundings,
                    omnigraph(),
                    surroundings,
                    omnigraph(),
                    surroundings,
                    omnigraph(),
                    surroundings,
                    omnigraph(),
                    surroundings,
                    omnigraph()));

    assertThat(launched.exitCode()).as(launched.err()).isZero();
    assertThat(launched.out()).contains("Zürich-😀", "grüße").contains("1 ");
    assertThat(launched.out()).doesNotContain("١");
    assertThat(directory.resolve("gräph.omni")).isDirectory();
  }

  @Test
  void anArgumentThatIsNotUtf8IsRefusedByBothLaunchers() {
    for (String program : List.of("omnigraph branch list", "omnigraph-server --cluster")) {
      Launched launched =
          shell("'%s/%s".formatted(BIN, program.replaceFirst(" ", "' ")) + " $'a\\xff.omni'");

      assertThat(launched.exitCode()).as(launched.err()).isEqualTo(2);
      assertThat(launched.err()).contains("is not valid UTF-8", "the bytes `FF`");
      assertThat(launched.out()).isEmpty();
    }
  }

  @Test
  void aVariableOfTheProgramThatIsNotUtf8IsRefused() {
    Launched launched = shell("OMNIGRAPH_CONFIG=$'\\xff' '%s' version".formatted(omnigraph()));

    assertThat(launched.exitCode()).isEqualTo(2);
    assertThat(launched.err()).contains("the variable `OMNIGRAPH_CONFIG`", "not valid UTF-8");
  }

  @Test
  void aVariableOfOthersThatIsNotUtf8DoesNoHarm() {
    Launched launched =
        shell("env OTHERS=$'\\xff' SOME_$'\\xc3'=1 '%s' version".formatted(omnigraph()));

    assertThat(launched.exitCode()).as(launched.err()).isZero();
    assertThat(launched.err()).isEmpty();
  }

  @Test
  void anOldJavaThatCorruptsDataIsWarnedOf() {
    for (String version : List.of("25", "25.0.1", "25.0.2")) {
      assertThat(warning(version)).contains("probe: warning: Java " + version, "25.0.3");
    }
    for (String version : List.of("25.0.3", "25.1", "26")) {
      assertThat(warning(version)).isEmpty();
    }
  }

  private String warning(String version) {
    return shell(
            """
            mkdir -p jdk/bin && touch jdk/bin/java && chmod +x jdk/bin/java
            echo 'JAVA_VERSION="%s"' > jdk/release
            program=probe; . '%s/launcher.sh'; warn_of_unsafe_java ./jdk
            """
                .formatted(version, BIN))
        .err();
  }

  private static String omnigraph() {
    return BIN.resolve("omnigraph").toString();
  }

  private Launched shell(String script) {
    try {
      Path file = Files.writeString(directory.resolve("script.sh"), "set -eu\n" + script);
      Path out = directory.resolve("out");
      Path err = directory.resolve("err");
      int exitCode =
          new ProcessBuilder("bash", file.toString())
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Launched(
          script, exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
