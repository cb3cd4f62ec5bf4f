package io.omnigraph.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares reports with files of expected output, in which digests of one repeated digit are shrunk
 * to it. {@code -Dgolden.update=true} rewrites the files.
 */
final class Golden {

  private static final Path FILES = Path.of("src", "test", "resources", "report");

  private Golden() {}

  /** Asserts that a report's JSON is that of the file, the order of fields included. */
  static void assertJson(String file, Report report) {
    String actual = shortened(Json.pretty(report.json())) + "\n";
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(FILES.resolve(file), actual);
      }
      assertThat(actual).isEqualTo(Files.readString(FILES.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Report report) {
    return shortened(report.text());
  }

  private static String shortened(String text) {
    return text.replaceAll("([0-9a-f])\\1{63}", "$1…");
  }
}
