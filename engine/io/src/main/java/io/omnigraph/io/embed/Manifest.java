package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.nio.file.Path;

/**
 * A seed manifest: where the records are, where they go, and what is made of them. Keys that it
 * does not know belong to others and are passed over.
 *
 * @param input the records
 * @param output the records with vectors
 */
public record Manifest(Path input, Path output, EmbedSpec spec) {

  private static final String USUAL_OUTPUT = "./build/seed.embedded.jsonl";

  /**
   * Reads a manifest.
   *
   * @param file where it is; relative paths in it start from its directory
   * @throws EmbedException when it is not one
   */
  public static Manifest read(Path file, String text) {
    YamlDocument document = YamlDocument.read(new SourceText(file.toString(), text));
    if (!document.problems().isEmpty()) {
      YamlDocument.Problem first = document.problems().getFirst();
      throw new EmbedException(first.span().place() + ": " + first.message());
    }
    JsonNode root = document.root().map(Manifest::tree).orElseGet(Json::object);
    String source = root.path("sources").path("raw_seed").asText("");
    String input = source.isEmpty() ? root.path("seed").path("data").asText("") : source;
    if (input.isEmpty()) {
      throw new EmbedException(
          file + ": `sources.raw_seed` or `seed.data` must name the file of records");
    }
    String output = root.path("artifacts").path("embedded_seed").asText(USUAL_OUTPUT);
    return new Manifest(
        file.resolveSibling(input).normalize(),
        file.resolveSibling(output).normalize(),
        EmbedSpec.read(root.path("embeddings"), file + ": embeddings"));
  }

  private static JsonNode tree(ConfigNode node) {
    JsonNodeFactory nodes = Json.mapper().getNodeFactory();
    return switch (node) {
      case ConfigNode.Text(var value, _) -> nodes.textNode(value);
      case ConfigNode.Int(var value, _) -> nodes.numberNode(value);
      case ConfigNode.Decimal(var value, _) -> nodes.numberNode(value);
      case ConfigNode.Bool(var value, _) -> nodes.booleanNode(value);
      case ConfigNode.Null _ -> nodes.nullNode();
      case ConfigNode.Items(var values, _) ->
          nodes.arrayNode().addAll(values.stream().map(Manifest::tree).toList());
      case ConfigNode.Fields(var values, _) -> {
        var object = nodes.objectNode();
        values.forEach((key, value) -> object.set(key, tree(value)));
        yield object;
      }
    };
  }
}
