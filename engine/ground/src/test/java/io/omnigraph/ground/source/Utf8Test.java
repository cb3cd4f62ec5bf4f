package io.omnigraph.ground.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class Utf8Test {

  record Lone(String text, OptionalInt at) {}

  static final List<Lone> LONE =
      List.of(
          new Lone("", OptionalInt.empty()),
          new Lone("plain ü", OptionalInt.empty()),
          new Lone("😀😀", OptionalInt.empty()),
          new Lone("a\ud83d", OptionalInt.of(1)),
          new Lone("\ude00a", OptionalInt.of(0)),
          new Lone("😀\ud83da", OptionalInt.of(2)),
          new Lone("\ude00\ud83d", OptionalInt.of(0)));

  @Test
  void exactlyTheBytesThatTheStrictDecoderOfTheJdkTakesAreTaken() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] edges = {
      0x41,
      0x7F,
      (byte) 0x80,
      (byte) 0xBF,
      (byte) 0xC0,
      (byte) 0xC2,
      (byte) 0xE0,
      (byte) 0xA0,
      (byte) 0xED,
      (byte) 0x9F,
      (byte) 0xEF,
      (byte) 0xF0,
      (byte) 0x90,
      (byte) 0xF4,
      (byte) 0x8F,
      (byte) 0xF5,
      (byte) 0xFF
    };
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(7)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = edges[random.nextInt(edges.length)];
      }

      assertThat(Utf8.firstInvalid(bytes, 0, bytes.length).isEmpty()).isEqualTo(isDecoded(bytes));
    }
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] text = "one\nzw\u00f6 ".getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.Arrays.copyOf(text, text.length + 2);
    broken[text.length] = (byte) 0xC0;
    broken[text.length + 1] = (byte) 0xAF;

    assertThatThrownBy(() -> Utf8.text(broken))
        .hasMessage("it is not valid UTF-8: line 2, column 5 has the bytes `C0 AF`");
  }

  @ParameterizedTest
  @FieldSource("LONE")
  void halvesOfSurrogatePairsAreFound(Lone given) {
    assertThat(Utf8.firstLoneSurrogate(given.text())).isEqualTo(given.at());
  }

  private static boolean isDecoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
