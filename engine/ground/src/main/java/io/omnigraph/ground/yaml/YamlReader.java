package io.omnigraph.ground.yaml;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the nodes of SnakeYAML Engine into {@link ConfigNode}s and collects what is wrong. */
final class YamlReader {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(true)
          .setMaxAliasesForCollections(Integer.MAX_VALUE)
          .setUseMarks(true)
          .build();

  private final SourceText source;
  private final List<YamlDocument.Problem> problems = new ArrayList<>();

  YamlReader(SourceText source) {
    this.source = source;
  }

  YamlDocument read() {
    try {
      List<Node> documents = new ArrayList<>();
      new Compose(SETTINGS).composeAllFromString(source.text()).forEach(documents::add);
      if (documents.isEmpty()) {
        return new YamlDocument(Optional.empty(), problems);
      }
      if (documents.size() > 1) {
        malformed("expected one document, found " + documents.size(), span(documents.get(1)));
        return new YamlDocument(Optional.empty(), problems);
      }
      ConfigNode root = convert(documents.getFirst(), "");
      return new YamlDocument(Optional.of(root), problems);
    } catch (MarkedYamlEngineException e) {
      SourceSpan place = e.getProblemMark().map(this::span).orElseGet(() -> source.span(0, 0));
      malformed(oneLine(e.getProblem()), place);
      return new YamlDocument(Optional.empty(), problems);
    } catch (YamlEngineException e) {
      malformed(oneLine(String.valueOf(e.getMessage())), source.span(0, 0));
      return new YamlDocument(Optional.empty(), problems);
    }
  }

  private ConfigNode convert(Node node, String path) {
    if (node.getAnchor().isPresent()) {
      return anchored(node);
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> items(sequence, path);
      case MappingNode mapping -> fields(mapping, path);
      default -> throw new IllegalStateException("a kind of node that YAML does not have: " + node);
    };
  }

  /** Reported once and not looked into: the node may hold itself, or stand in many places. */
  private ConfigNode anchored(Node node) {
    var problem =
        new YamlDocument.Malformed(
            "an anchor cannot be used here; write the value out in each place", span(node));
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return new ConfigNode.Null(span(node));
  }

  private ConfigNode scalar(ScalarNode node) {
    SourceSpan span = span(node);
    Tag tag = node.getTag();
    String value = node.getValue();
    if (tag.equals(Tag.STR)) {
      return new ConfigNode.Text(value, span);
    } else if (tag.equals(Tag.BOOL)) {
      return new ConfigNode.Bool(Boolean.parseBoolean(value), span);
    } else if (tag.equals(Tag.INT)) {
      return new ConfigNode.Int(new BigInteger(value), span);
    } else if (tag.equals(Tag.FLOAT)) {
      return new ConfigNode.Decimal(decimal(value), span);
    } else if (tag.equals(Tag.NULL)) {
      return new ConfigNode.Null(span);
    }
    malformed("the tag `" + tag.getValue() + "` cannot be used here", span);
    return new ConfigNode.Text(value, span);
  }

  private static double decimal(String value) {
    return switch (value) {
      case ".inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(value);
    };
  }

  private ConfigNode items(SequenceNode node, String path) {
    List<ConfigNode> values = new ArrayList<>();
    for (Node item : node.getValue()) {
      values.add(convert(item, path + "[" + values.size() + "]"));
    }
    return new ConfigNode.Items(values, span(node));
  }

  private ConfigNode fields(MappingNode node, String path) {
    Map<String, ConfigNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        malformed("a key must be a plain word", span(tuple.getKeyNode()));
        continue;
      }
      String name = key.getValue();
      if (name.equals("<<")) {
        malformed("a merge key cannot be used here; write the values out", span(key));
        continue;
      }
      String at = path.isEmpty() ? name : path + "." + name;
      ConfigNode value = convert(tuple.getValueNode(), at);
      if (values.putIfAbsent(name, value) != null) {
        SourceSpan span = span(key);
        String message = "duplicate key `" + name + "` on line " + span.line();
        problems.add(new YamlDocument.DuplicateKey(at, message, span));
      }
    }
    return new ConfigNode.Fields(values, span(node));
  }

  private void malformed(String message, SourceSpan span) {
    problems.add(new YamlDocument.Malformed(message, span));
  }

  private SourceSpan span(Node node) {
    return node.getStartMark().map(this::span).orElseGet(() -> source.span(0, 0));
  }

  private SourceSpan span(Mark mark) {
    int start = source.text().offsetByCodePoints(0, Math.min(mark.getIndex(), codePoints()));
    return source.span(start, start + 1);
  }

  private int codePoints() {
    return source.text().codePointCount(0, source.text().length());
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}
