package io.omnigraph.ground.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Reads and writes JSON the way every file and output of OmniGraph does: fields of records in
 * {@code snake_case}, in the order in which they are declared; duplicate keys refused. Texts that
 * people and programs hand in are read by {@link #parse(byte[])} and nothing else. Safe to share
 * between threads.
 */
public final class Json {

  /** The most characters of a number in a text that is read. */
  public static final int LONGEST_NUMBER = 1000;

  /** The greatest exponent, of either sign, of a number in a text that is read. */
  public static final int GREATEST_EXPONENT = 9999;

  private static final JsonMapper MAPPER = builder().build();

  /** Reads no text, so a double stays one, and a negative zero keeps its sign. */
  private static final JsonMapper TREES =
      builder().disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final DefaultPrettyPrinter PRETTY = prettyPrinter();

  private Json() {}

  /** The shared mapper. It must not be reconfigured. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The tree of a value. */
  public static JsonNode tree(Object value) {
    return TREES.valueToTree(value);
  }

  /**
   * Two-space indented JSON without a final line end; empty arrays and objects stay on their line.
   */
  public static String pretty(JsonNode node) {
    return write(node, true);
  }

  /** JSON on one line, without blanks. */
  public static String compact(JsonNode node) {
    return write(node, false);
  }

  /**
   * Reads a text that somebody wrote, as strictly as it can be read. Every reader of such texts
   * comes here; {@link #mapper} reads only what this program wrote itself.
   *
   * @param text with or without a byte-order mark
   */
  public static ParsedJson parse(String text) {
    OptionalInt lone = Utf8.firstLoneSurrogate(text);
    if (lone.isPresent()) {
      SourceSpan span = new SourceText("", text).span(lone.getAsInt(), lone.getAsInt());
      String surrogate = Utf8.escaped(text.charAt(lone.getAsInt()));
      return new ParsedJson.Malformed(
          "the text is not Unicode: `" + surrogate + "` is half of a surrogate pair",
          span.line(),
          span.column());
    }
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the bytes of a text, like {@link #parse(String)}. */
  public static ParsedJson parse(byte[] text) {
    return parse(text, Utf8.markLength(text, 0, text.length), text.length);
  }

  /** Reads the bytes of a text in a range, like {@link #parse(String)}, but without a mark. */
  public static ParsedJson parse(byte[] text, int start, int end) {
    return new JsonReader(text, start, end).read();
  }

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
  }

  private static String write(JsonNode node, boolean indented) {
    try {
      return indented
          ? MAPPER.writer(PRETTY).writeValueAsString(node)
          : MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withSeparators(separators);
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return printer;
  }
}
