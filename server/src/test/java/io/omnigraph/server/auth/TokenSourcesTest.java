package io.omnigraph.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TokenSourcesTest {

  @TempDir Path directory;

  /** Values of the variables, and what the refusal mentions. */
  record Wrong(Map<String, String> environment, List<String> mentions) {}

  static final List<Wrong> REFUSED =
      List.of(
          new Wrong(Map.of(TokenSources.JSON, "[1]"), List.of("object")),
          new Wrong(Map.of(TokenSources.JSON, "{"), List.of("line 1")),
          new Wrong(Map.of(TokenSources.JSON, "{\"crew\":1}"), List.of("`crew`", "a string")),
          new Wrong(
              Map.of(TokenSources.JSON, "{\"  \":\"x\"}"),
              List.of("the name of an actor must not be blank")),
          new Wrong(Map.of(TokenSources.JSON, "{\"crew\":\"  \"}"), List.of("`crew`", "blank")),
          new Wrong(Map.of(TokenSources.JSON, "{\"a\":\"x\",\"a\":\"y\"}"), List.of("stands once")),
          new Wrong(
              Map.of(TokenSources.JSON, "{\"a\":\"x\",\" a\":\"y\"}"), List.of("second", "`a`")),
          new Wrong(
              Map.of(TokenSources.JSON, "{\"a\":\"x\",\"b\":\"x\"}"),
              List.of("`a` and `b`", "same token")),
          new Wrong(
              Map.of(TokenSources.TOKEN, "x", TokenSources.JSON, "{\"default\":\"y\"}"),
              List.of("`default`")),
          new Wrong(Map.of(TokenSources.FILE, "/nowhere/at-all"), List.of("`/nowhere/at-all`")),
          new Wrong(
              Map.of(TokenSources.AWS_SECRET, "arn", TokenSources.TOKEN, "x"),
              List.of(TokenSources.AWS_SECRET, TokenSources.FILE)));

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refuses(Wrong wrong) {
    assertThat(TokenSources.load(wrong.environment()))
        .isInstanceOfSatisfying(
            TokenSources.Loaded.Refused.class,
            refused -> assertThat(refused.message()).contains(wrong.mentions()));
  }

  @Test
  void blankVariablesCountAsUnset() {
    Map<String, String> blank =
        Map.of(
            TokenSources.TOKEN, " ",
            TokenSources.FILE, "",
            TokenSources.JSON, " ",
            TokenSources.AWS_SECRET, "");

    assertThat(tokens(blank).isEmpty()).isTrue();
  }

  @Test
  void theSingleTokenJoinsThoseOfTheFileAndTheFileBeatsTheJson() throws IOException {
    Path file = directory.resolve("tokens.json");
    Files.writeString(file, "{\"crew\":\" x \",\"ops\":\"y\"}");

    TokenTable table =
        tokens(
            Map.of(
                TokenSources.TOKEN, " abc ",
                TokenSources.FILE, file.toString(),
                TokenSources.JSON, "{\"unseen\":\"z\"}"));

    assertThat(table.digests()).containsOnlyKeys("crew", "default", "ops");
    assertThat(table.actorOf("abc".getBytes(StandardCharsets.UTF_8))).hasValue("default");
    assertThat(table.actorOf("x".getBytes(StandardCharsets.UTF_8))).hasValue("crew");
    assertThat(table.actorOf("z".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, refused",
    "false, false, true, OPEN",
    "true, false, false, DEFAULT_DENY",
    "true, false, true, DEFAULT_DENY",
    "false, true, false, refused",
    "false, true, true, refused",
    "true, true, false, POLICY_ENABLED",
    "true, true, true, POLICY_ENABLED"
  })
  void tokensAndPoliciesSettleTheProtection(
      boolean tokens, boolean policies, boolean open, String expected) {
    switch (Protection.choose(tokens, policies, open)) {
      case Protection.Choice.Refused(String message) -> {
        assertThat(expected).isEqualTo("refused");
        assertThat(message).contains("policy", "tokens");
      }
      case Protection.Choice.Chosen(Protection protection) ->
          assertThat(protection).hasToString(expected);
    }
  }

  private static TokenTable tokens(Map<String, String> environment) {
    TokenSources.Loaded loaded = TokenSources.load(environment);
    assertThat(loaded).isInstanceOf(TokenSources.Loaded.Tokens.class);
    return ((TokenSources.Loaded.Tokens) loaded).table();
  }
}
