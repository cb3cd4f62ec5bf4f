package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.core.report.ValidateReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a config file, loading it answers with findings and never throws. */
class DamagedConfigTest {

  private static final String PIECES = " \n:{}[],-#&*!|>'\"%@`?\t~<\u00e9\ud83d\ude80\u0000";

  /** The damaged files that were reported, and those that were still valid. */
  private static int reported;

  private static int valid;

  @TempDir private Path directory;

  @AfterAll
  static void damageWasReported() {
    assertThat(reported).isGreaterThan(valid);
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedFileIsReportedOrStillValid(long seed) {
    String damaged = damaged(Portside.CONFIG, new Random(seed));

    LoadedConfig loaded = Portside.in(directory).load(damaged);

    if (loaded.hasErrors()) {
      reported++;
    } else {
      valid++;
    }
    assertThat(loaded.hasErrors() || loaded.desired().isPresent()).as(damaged).isTrue();
    assertThat(loaded.header().isPresent()).isEqualTo(loaded.desired().isPresent());
    assertThat(new ValidateReport(loaded).text()).startsWith("cluster config ");
    assertThat(loaded.diagnostics())
        .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("\n").isNotBlank());
  }

  private static String damaged(String config, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> withoutSome(config, random);
      case 1 -> withPieces(config, random);
      case 2 -> withLinesShuffled(config, random);
      default -> withLinesRepeated(config, random);
    };
  }

  private static String withoutSome(String config, Random random) {
    int from = random.nextInt(config.length());
    int to = Math.min(config.length(), from + 1 + random.nextInt(8));
    return config.substring(0, from) + config.substring(to);
  }

  private static String withPieces(String config, Random random) {
    StringBuilder text = new StringBuilder(config);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int[] pieces = PIECES.codePoints().toArray();
      String piece = Character.toString(pieces[random.nextInt(pieces.length)]);
      text.insert(random.nextInt(config.length()), piece);
    }
    return text.toString();
  }

  private static String withLinesShuffled(String config, Random random) {
    List<String> lines = new ArrayList<>(config.lines().toList());
    Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    return String.join("\n", lines);
  }

  private static String withLinesRepeated(String config, Random random) {
    List<String> lines = new ArrayList<>(config.lines().toList());
    lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    return String.join("\n", lines);
  }
}
