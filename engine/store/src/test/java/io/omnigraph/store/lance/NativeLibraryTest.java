package io.omnigraph.store.lance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  @TempDir Path directory;

  @Test
  void processesThatStartAtOnceUnpackTheLibraryAndLoadItForRowsOnly()
      throws IOException, InterruptedException {
    Process first = start("a");
    Process second = start("b");

    assertThat(output(first)).isEqualTo("created false, written true");
    assertThat(output(second)).isEqualTo("created false, written true");
    try (Stream<Path> files = Files.walk(directory.resolve("native"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  private Process start(String name) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + NativeLibrary.DIRECTORY + "=" + directory.resolve("native"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp-" + name)));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.omnigraph.graph.WritingProcess");
    command.add(directory.resolve(name + ".omni").toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What the process printed; that it unpacked nothing elsewhere is checked on the way. */
  private String output(Process process) throws IOException, InterruptedException {
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    for (String name : List.of("a", "b")) {
      try (Stream<Path> temporary = Files.list(directory.resolve("tmp-" + name))) {
        assertThat(temporary.map(Path::toString)).noneMatch(file -> file.contains("lance"));
      }
    }
    return printed;
  }
}
