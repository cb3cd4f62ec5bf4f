package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a newcomer runs. */
final class QuickstartIT {

  @TempDir private Path directory;

  @Test
  void theQuickstartShowsTheWholeProductAndLeavesNothingRunning() throws Exception {
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");

    Process process = Launcher.in(directory).start("quickstart", List.of("tour"), out, err);

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String shown = Files.readString(out);
    assertThat(process.exitValue()).as(shown + Files.readString(err)).isZero();
    assertThat(Files.readString(err)).isEmpty();
    assertThat(shown)
        .contains("$ omnigraph cluster apply --config ./company-brain")
        .contains("converged: true")
        .contains("\"p.name\":\"Ada\"")
        .contains("(HTTP 200)")
        .contains("(HTTP 403)")
        .contains("(HTTP 404)")
        .contains("(HTTP 401)")
        .endsWith("Edit a file there, then: plan, apply, restart.\n");
  }
}
