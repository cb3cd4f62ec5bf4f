package io.omnigraph.ground.yaml;

import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.Nesting;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.Utf8;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
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

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern FRACTION =
      Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?|-?\\.inf|\\.nan");

  private final SourceText source;
  private final CodePoints codePoints;
  private final List<YamlDocument.Problem> problems = new ArrayList<>();
  private final Set<YamlDocument.Problem> anchors = new HashSet<>();

  YamlReader(SourceText source) {
    this.source = source;
    this.codePoints = new CodePoints(source.text());
  }

  YamlDocument read() {
    OptionalInt lone = Utf8.firstLoneSurrogate(source.text());
    if (lone.isPresent()) {
      malformed(
          notUnicode(source.text(), lone.getAsInt()),
          source.span(lone.getAsInt(), lone.getAsInt()));
      return new YamlDocument(Optional.empty(), problems);
    }
    try {
      checkNesting();
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
    } catch (NestedTooDeepException e) {
      malformed(Nesting.PROBLEM, e.place.map(this::span).orElseGet(() -> source.span(0, 0)));
      return new YamlDocument(Optional.empty(), problems);
    } catch (MarkedYamlEngineException e) {
      SourceSpan place = e.getProblemMark().map(this::span).orElseGet(() -> source.span(0, 0));
      malformed(oneLine(e.getProblem()), place);
      return new YamlDocument(Optional.empty(), problems);
    } catch (YamlEngineException e) {
      malformed(oneLine(String.valueOf(e.getMessage())), source.span(0, 0));
      return new YamlDocument(Optional.empty(), problems);
    }
  }

  /** The parser of events keeps its own stack; what is made of them is recursive. */
  private void checkNesting() throws NestedTooDeepException {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(source.text())) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > Nesting.MOST) {
        throw new NestedTooDeepException(event.getStartMark());
      }
    }
  }

  private ConfigNode convert(Node node, String path) {
    if (node instanceof CollectionNode<?> collection && !isPlain(collection.getTag())) {
      malformed(strangeTag(collection.getTag()), span(node));
      return new ConfigNode.Null(span(node));
    }
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
    if (anchors.add(problem)) {
      problems.add(problem);
    }
    return new ConfigNode.Null(span(node));
  }

  private ConfigNode scalar(ScalarNode node) {
    SourceSpan span = span(node);
    Tag tag = node.getTag();
    String value = node.getValue();
    if (tag.equals(Tag.STR)) {
      refuseLoneSurrogate(value, span);
      return new ConfigNode.Text(value, span);
    } else if (tag.equals(Tag.BOOL) && (value.equals("true") || value.equals("false"))) {
      return new ConfigNode.Bool(value.equals("true"), span);
    } else if (tag.equals(Tag.INT) && isNumber(value, WHOLE)) {
      return new ConfigNode.Int(new BigInteger(value), span);
    } else if (tag.equals(Tag.FLOAT) && isNumber(value, FRACTION)) {
      return new ConfigNode.Decimal(decimal(value), span);
    } else if (tag.equals(Tag.NULL)) {
      return new ConfigNode.Null(span);
    }
    malformed(
        value.length() > Json.LONGEST_NUMBER
            ? "the number has more than " + Json.LONGEST_NUMBER + " characters"
            : strangeTag(tag),
        span);
    return new ConfigNode.Text(value, span);
  }

  private static boolean isNumber(String value, Pattern form) {
    return value.length() <= Json.LONGEST_NUMBER && form.matcher(value).matches();
  }

  private void refuseLoneSurrogate(String value, SourceSpan span) {
    Utf8.firstLoneSurrogate(value).ifPresent(lone -> malformed(notUnicode(value, lone), span));
  }

  private static String notUnicode(String text, int lone) {
    return "the text is not Unicode: `"
        + Utf8.escaped(text.charAt(lone))
        + "` is half of a surrogate pair";
  }

  private static boolean isPlain(Tag tag) {
    return tag.equals(Tag.MAP) || tag.equals(Tag.SEQ);
  }

  private static String strangeTag(Tag tag) {
    return "the tag `" + tag.getValue() + "` cannot be used here";
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
      refuseLoneSurrogate(name, span(key));
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
    int start = codePoints.offset(mark.getIndex());
    return source.span(start, start + 1);
  }

  /** The text is nested deeper than it may be. */
  private static final class NestedTooDeepException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Mark> place;

    private NestedTooDeepException(Optional<Mark> place) {
      this.place = place;
    }
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}
