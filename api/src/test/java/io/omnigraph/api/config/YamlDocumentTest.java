package io.omnigraph.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class YamlDocumentTest {

  record Refusal(String text, String problem) {}

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(
              "a: \"x\\ud800\"",
              "f.yaml:1:4 the text is not Unicode: `\\ud800` is half of a" + " surrogate pair"),
          new Refusal(
              "\"\\udc00\": 1",
              "f.yaml:1:1 the text is not Unicode: `\\udc00` is half of a" + " surrogate pair"),
          new Refusal(
              "a: \ud800",
              "f.yaml:1:4 the text is not Unicode: `\\ud800` is half of a" + " surrogate pair"),
          new Refusal(
              "a: " + "[".repeat(20_000),
              "f.yaml:1:515 it is nested more than 512 levels" + " deep"),
          new Refusal(
              "{a: ".repeat(20_000), "f.yaml:1:2049 it is nested more than 512 levels deep"),
          new Refusal(
              "- ".repeat(20_000) + "x",
              "f.yaml:1:1025 it is nested more than 512 levels" + " deep"),
          new Refusal(
              "a: !!int abc",
              "f.yaml:1:4 the tag `tag:yaml.org,2002:int` cannot be used" + " here"),
          new Refusal(
              "a: !!float abc",
              "f.yaml:1:4 the tag `tag:yaml.org,2002:float` cannot be used" + " here"),
          new Refusal(
              "a: !!bool maybe",
              "f.yaml:1:4 the tag `tag:yaml.org,2002:bool` cannot be used" + " here"),
          new Refusal(
              "a: !!set {b, c}",
              "f.yaml:1:4 the tag `tag:yaml.org,2002:set` cannot be used" + " here"),
          new Refusal(
              "a: " + "9".repeat(1001),
              "f.yaml:1:4 the number has more than 1000" + " characters"));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void whatCannotBeReadIsRefusedWithItsPlace(Refusal refusal) {
    YamlDocument document = YamlDocument.read(new SourceText("f.yaml", refusal.text()));

    assertThat(document.problems())
        .first()
        .extracting(problem -> problem.span().place() + " " + problem.message())
        .isEqualTo(refusal.problem());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    YamlDocument document = YamlDocument.read(new SourceText("f.yaml", "\uFEFFa: b"));

    assertThat(document.problems()).isEmpty();
    assertThat(document.root().flatMap(root -> ((ConfigNode.Fields) root).field("a")))
        .map(ConfigNode::described)
        .isEqualTo(Optional.of("a string"));
  }

  @Test
  void aPlaceCountsCharactersOutsideTheBasicPlaneInUtf16() {
    ConfigNode root =
        YamlDocument.read(
                new SourceText(
                    "f.yaml", "a: \"\uD83D\uDE80\uD83D\uDE80\" # x\nb: [\uD83D\uDE80, c]"))
            .root()
            .orElseThrow();

    assertThat(((ConfigNode.Items) ((ConfigNode.Fields) root).field("b").orElseThrow()).values())
        .extracting(node -> node.span().place())
        .containsExactly("f.yaml:2:5", "f.yaml:2:9");
  }

  /** The places of all nodes of a large file are found in one go, also behind wide characters. */
  @Test
  void aHundredThousandNodesAreReadWithTheirPlaces() {
    String text = "- \uD83D\uDE80\n".repeat(100_000) + "- last";

    YamlDocument document = YamlDocument.read(new SourceText("f.yaml", text));

    assertThat(((ConfigNode.Items) document.root().orElseThrow()).values())
        .hasSize(100_001)
        .last()
        .extracting(node -> node.span().place())
        .isEqualTo("f.yaml:100001:3");
  }
}
