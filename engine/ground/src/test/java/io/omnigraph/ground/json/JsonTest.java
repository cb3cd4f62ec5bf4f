package io.omnigraph.ground.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import io.omnigraph.ground.source.Nesting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTest {

  record Refusal(String text, String message) {}

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal("", "it is empty (line 1, column 1)"),
          new Refusal("  \n ", "it is empty (line 2, column 2)"),
          new Refusal(
              "{",
              "expected a field name in double quotes, found the end of the text"
                  + " (line 1, column 2)"),
          new Refusal("{\n  \"a\": }", "expected a value, found `}`, in `a` (line 2, column 8)"),
          new Refusal("{\"a\" 1}", "expected `:`, found `1`, in `a` (line 1, column 6)"),
          new Refusal("[1 2]", "expected `,` or `]`, found `2`, in `[0]` (line 1, column 4)"),
          new Refusal("[1,]", "expected a value, found `]`, in `[1]` (line 1, column 4)"),
          new Refusal(
              "{\"a\":1,}",
              "expected a field name in double quotes, found `}`" + " (line 1, column 8)"),
          new Refusal("{} x", "something follows the document: `x` (line 1, column 4)"),
          new Refusal("nul", "expected a value, found `n` (line 1, column 1)"),
          new Refusal("NaN", "expected a value, found `N` (line 1, column 1)"),
          new Refusal("\"a", "the text is not closed; add `\"` (line 1, column 1)"),
          new Refusal(
              "[\"a\tb\"]",
              "a control character in a text must be written as an escape,"
                  + " such as `\\n`, in `[0]` (line 1, column 4)"),
          new Refusal(
              "\"\\x\"",
              "a backslash in a text must be followed by one of"
                  + " \" \\ / b f n r t u, found `x` (line 1, column 2)"),
          new Refusal("\"\\u12\"", "`\\u` takes four hexadecimal digits (line 1, column 2)"),
          new Refusal(
              "{\"a\":[{\"code\":\"v-\\ud800\"}]}",
              "the text `v-\\ud800` is not Unicode:"
                  + " `\\ud800` is half of a surrogate pair, in `a[0].code` (line 1, column 18)"),
          new Refusal(
              "[\"\\udc00\\ud800\"]",
              "the text `\\udc00` is not Unicode: `\\udc00` is half"
                  + " of a surrogate pair, in `[0]` (line 1, column 3)"),
          new Refusal(
              "[\"\\ud800\\u0041\"]",
              "the text `\\ud800\\u0041` is not Unicode: `\\ud800`"
                  + " is half of a surrogate pair, in `[0]` (line 1, column 3)"),
          new Refusal(
              "{\"\\ud800\":1}",
              "the text `\\ud800` is not Unicode: `\\ud800` is half of a"
                  + " surrogate pair (line 1, column 3)"),
          new Refusal(
              "[\"a\ud800\"]",
              "the text is not Unicode: `\\ud800` is half of a surrogate"
                  + " pair (line 1, column 4)"),
          new Refusal(
              "{\"a\":{\"b\":1,\"b\":2}}", "the field `a.b` is given twice (line 1, column 13)"),
          new Refusal(
              "01", "a number must not begin with `0` and another digit (line 1, column 1)"),
          new Refusal(
              "-",
              "expected a digit behind `-`, found the end of the text" + " (line 1, column 2)"),
          new Refusal(
              "1.",
              "expected a digit behind `.`, found the end of the text" + " (line 1, column 3)"),
          new Refusal(
              "1e",
              "expected a digit in the exponent, found the end of the text"
                  + " (line 1, column 3)"),
          new Refusal(
              "{\"x\":1e99999999999}",
              "the number `1e99999999999` has an exponent beyond"
                  + " 9999, in `x` (line 1, column 6)"),
          new Refusal(
              "1E-10000",
              "the number `1E-10000` has an exponent beyond 9999" + " (line 1, column 1)"),
          new Refusal(
              "9".repeat(1001),
              "the number `"
                  + "9".repeat(40)
                  + "…` has more than 1000"
                  + " characters (line 1, column 1)"),
          new Refusal(
              "[".repeat(20_000),
              "it is nested more than 512 levels deep" + " (line 1, column 513)"),
          new Refusal(
              "{\"a\":".repeat(20_000),
              "it is nested more than 512 levels deep" + " (line 1, column 2561)"));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void whatIsNotJsonIsRefusedWithItsPlace(Refusal refusal) {
    assertThat(Json.parse(refusal.text()))
        .isInstanceOfSatisfying(
            ParsedJson.Refused.class,
            refused -> assertThat(refused.message()).isEqualTo(refusal.message()));
  }

  static final List<String> BROKEN_BYTES =
      List.of(
          "C0AF", "C1BF", "E08080", "EDA080", "EDBFBF", "F08080AF", "F4908080", "FF", "80", "C3");

  @ParameterizedTest
  @FieldSource("BROKEN_BYTES")
  void bytesThatAreNotUtf8AreRefused(String bytes) {
    String before = "{\"name\":\"ü";
    byte[] text =
        HexFormat.of()
            .parseHex(
                HexFormat.of().formatHex(before.getBytes(StandardCharsets.UTF_8)) + bytes + "227d");

    assertThat(Json.parse(text))
        .isInstanceOfSatisfying(
            ParsedJson.Malformed.class,
            refused ->
                assertThat(refused.message())
                    .startsWith("the bytes `")
                    .endsWith("` are not UTF-8, in `name` (line 1, column 11)"));
  }

  static final List<String> SOUND =
      List.of(
          "{}",
          " [ ] ",
          "null",
          "true",
          "-0",
          "0",
          "2147483648",
          "-9223372036854775808",
          "18446744073709551615",
          "1.50",
          "1e3",
          "-1.25E-7",
          "\"\\u0041\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
          "\"\\ud83d\\ude00 😀 ü\"",
          "{\"a\":[1,{\"b\":null},\"x\"],\"\":{}}",
          "[ 1 , 2 ]\n");

  @ParameterizedTest
  @FieldSource("SOUND")
  void whatIsJsonGivesTheTreeThatTheLibraryGives(String text) throws JsonProcessingException {
    JsonNode expected = Json.mapper().readTree(text);

    assertThat(Json.parse(text)).isEqualTo(new ParsedJson.Value(expected));
  }

  @Test
  void aNegativeZeroWithAFractionKeepsItsSign() {
    assertThat(Json.parse("-0.0")).isEqualTo(new ParsedJson.Value(DoubleNode.valueOf(-0.0)));
    assertThat(Json.parse("0.0"))
        .isEqualTo(new ParsedJson.Value(DecimalNode.valueOf(new BigDecimal("0.0"))));
  }

  @Test
  void theTreeOfADoubleIsThatDouble() {
    assertThat(Json.tree(List.of(-0.0, 0.1)).get(0)).isEqualTo(DoubleNode.valueOf(-0.0));
    assertThat(Json.tree(List.of(-0.0, 0.1)).get(1)).isEqualTo(DoubleNode.valueOf(0.1));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(Json.parse("\uFEFF{}")).isEqualTo(new ParsedJson.Value(Json.object()));
    assertThat(Json.parse("\uFEFF}"))
        .isEqualTo(new ParsedJson.Malformed("expected a value, found `}`", 1, 1));
  }

  @Test
  void theDeepestNestingIsRead() {
    String text = "[".repeat(Nesting.MOST) + "]".repeat(Nesting.MOST);

    assertThat(Json.parse(text)).isInstanceOf(ParsedJson.Value.class);
  }
}
