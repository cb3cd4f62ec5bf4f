package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.io.load.RecordStream.Broken;
import io.omnigraph.io.load.RecordStream.Read;
import io.omnigraph.io.load.RecordStream.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RecordStreamTest {

  static final List<Case> CASES =
      List.of(
          new Case("nothing", ""),
          new Case("only blanks", " \t\r\n\n "),
          new Case("one a line", "{\"a\":1}\n{\"b\":2}\n", "1:1 {\"a\":1}", "2:2 {\"b\":2}"),
          new Case("no blanks", "{\"a\":1}{\"b\":2}", "1:1 {\"a\":1}", "1:2 {\"b\":2}"),
          new Case("blank lines", "\n\n{}\r\n\r\n{}", "3:1 {}", "5:2 {}"),
          new Case("spread over lines", "{\n \"a\":\n 1\n}\n{}", "1:1 {\"a\":1}", "5:2 {}"),
          new Case("other values", "1 [2] null", "1:1 1", "1:2 [2]", "1:3 null"));

  static final List<Case> BROKEN =
      List.of(
          new Case("unfinished", "{}\n{\"a\":", "1:1 {}", "2:2 broken"),
          new Case("no JSON", "{}\nhello\n{}", "1:1 {}", "2:2 broken"),
          new Case("broken inside", "{\n\"a\": 1,\n\"b\" 2}", "3:1 broken"),
          new Case("a member twice", "{\"a\":1,\"a\":2}", "1:1 broken"));

  @ParameterizedTest
  @FieldSource("CASES")
  void valuesAreReadWithTheirPlaces(Case given) {
    assertThat(read(given.input().getBytes(StandardCharsets.UTF_8))).isEqualTo(given.read());
  }

  @ParameterizedTest
  @FieldSource("BROKEN")
  void aBrokenValueIsTheLastOne(Case given) {
    assertThat(read(given.input().getBytes(StandardCharsets.UTF_8))).isEqualTo(given.read());
  }

  @Test
  void bytesThatAreNotUtf8AreBroken() {
    assertThat(read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
        .containsExactly("1:1 broken");
  }

  private static List<String> read(byte[] input) {
    List<String> read = new ArrayList<>();
    try (RecordStream records = new RecordStream("seed.jsonl", new ByteArrayInputStream(input))) {
      while (records.next()) {
        Read next = records.tree();
        read.add(shown(next));
        if (next instanceof Broken) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static String shown(Read read) {
    String place = read.place().line() + ":" + read.place().record() + " ";
    return switch (read) {
      case Value(_, var json) -> place + json;
      case Broken _ -> place + "broken";
    };
  }

  record Case(String name, String input, List<String> read) {

    Case(String name, String input, String... read) {
      this(name, input, List.of(read));
    }
  }
}
