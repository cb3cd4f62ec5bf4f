package io.omnigraph.ground.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessTextTest {

  private static final List<byte[]> NO_VARIABLES = List.of();

  @Test
  void whatWasReadAsItIsWrittenIsNoProblem() {
    ProcessText process = process(List.of("java", "Main", "load", "Zürich"), NO_VARIABLES);

    assertThat(process.problem(List.of("load", "Zürich"), Map.of())).isEmpty();
  }

  @Test
  void anArgumentThatIsNotUtf8IsRefused() {
    ProcessText process =
        new ProcessText(Optional.of(List.of(new byte[] {'a', (byte) 0xFF})), NO_VARIABLES);

    assertThat(process.problem(List.of("a\uFFFD"), Map.of()))
        .contains(
            "the argument 1 cannot be used: it is not valid UTF-8: line 1, column 2 has the bytes"
                + " `FF`");
  }

  @Test
  void anArgumentThatTheLocaleGarbledIsRefused() {
    ProcessText process = process(List.of("java", "Z\u00fcrich"), NO_VARIABLES);

    assertThat(process.problem(List.of("Z??rich"), Map.of()))
        .contains(
            "the argument 1 cannot be read in this locale; set `LC_ALL` to a locale of UTF-8, such"
                + " as `C.UTF-8`");
  }

  @Test
  void anArgumentWithAReplacementCharacterOfItsOwnIsNoProblem() {
    ProcessText process = process(List.of("java", "\uFFFD"), NO_VARIABLES);

    assertThat(process.problem(List.of("\uFFFD"), Map.of())).isEmpty();
  }

  @Test
  void ownVariablesAreHeldToTheSameAndForeignOnesCountAsUnset() {
    ProcessText process =
        process(
            List.of(),
            List.of(
                new byte[] {'O', 'L', 'D', '=', (byte) 0xFF},
                "HOME=/ü".getBytes(StandardCharsets.UTF_8)));
    byte[] own = "OMNIGRAPH_CONFIG=?".getBytes(StandardCharsets.UTF_8);
    own[own.length - 1] = (byte) 0xFF;

    assertThat(process.problem(List.of(), Map.of("OLD", "\uFFFD", "HOME", "/ü"))).isEmpty();
    assertThat(process.sound(Map.of("OLD", "\uFFFD", "HOME", "/ü")))
        .isEqualTo(Map.of("HOME", "/ü"));
    assertThat(
            process(List.of(), List.of(own))
                .problem(List.of(), Map.of("OMNIGRAPH_CONFIG", "\uFFFD")))
        .hasValueSatisfying(
            problem -> assertThat(problem).startsWith("the variable `OMNIGRAPH_CONFIG`"));
  }

  private static ProcessText process(List<String> arguments, List<byte[]> variables) {
    return new ProcessText(
        Optional.of(
            Stream.concat(Stream.of("java"), arguments.stream())
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toList()),
        variables);
  }
}
