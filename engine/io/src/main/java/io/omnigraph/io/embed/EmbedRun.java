package io.omnigraph.io.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.graph.embed.Embedder.Purpose;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.io.embed.EmbedSpec.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run over a file of records, which is never in memory as a whole. */
public final class EmbedRun {

  private static final int ROWS_AT_ONCE = 256;

  private final EmbedRequest request;
  private final Embedder embedder;
  private final List<Pending> pending = new ArrayList<>();
  private long rows;
  private long selected;
  private long embedded;
  private long cleaned;

  private EmbedRun(EmbedRequest request, Embedder embedder) {
    this.request = request;
    this.embedder = embedder;
  }

  /** A row that waits for the rows before it; with a text, its vector is to be made. */
  private record Pending(ObjectNode row, @Nullable String text, @Nullable Target target) {}

  /**
   * Writes the records with their vectors. The output appears when it is complete.
   *
   * @param embedder not asked for anything when vectors are removed
   * @throws EmbedException when a line is not a record
   * @throws io.omnigraph.graph.embed.NoEmbedderException when nobody is set up to make vectors,
   *     before anything is read
   * @throws io.omnigraph.graph.embed.EmbeddingException when they are not made
   * @throws IOException when a file cannot be read or written
   */
  public static EmbedReport run(EmbedRequest request, Embedder embedder) throws IOException {
    if (request.mode() != EmbedMode.CLEAN) {
      embedder.embed(List.of(), request.spec().dimension(), Purpose.DOCUMENT);
    }
    return new EmbedRun(request, embedder).run();
  }

  private EmbedReport run() throws IOException {
    Path output = request.output().toAbsolutePath();
    Path unfinished = output.resolveSibling(output.getFileName() + ".tmp");
    try (BufferedReader in = Files.newBufferedReader(request.input())) {
      Files.createDirectories(output.getParent());
      try (Writer out = Files.newBufferedWriter(unfinished)) {
        copy(in, out);
      }
      Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return new EmbedReport(
        request.input().toString(),
        request.output().toString(),
        rows,
        selected,
        embedded,
        cleaned,
        request.mode().word(),
        request.spec().dimension(),
        request.spec().model());
  }

  private void copy(BufferedReader in, Writer out) throws IOException {
    long line = 0;
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (!text.isBlank()) {
        rows++;
        pending.add(pending(object(text, line), line));
      }
      if (pending.size() == ROWS_AT_ONCE) {
        flush(out);
      }
    }
    flush(out);
  }

  private static ObjectNode object(String text, long line) {
    return switch (Json.parse(text)) {
      case ParsedJson.Value(ObjectNode object) -> object;
      case ParsedJson.Value _ ->
          throw new EmbedException("line %d is no JSON object".formatted(line));
      case ParsedJson.Refused refused ->
          throw new EmbedException(
              "line %d, column %d: %s".formatted(line, refused.column(), refused.reason()));
    };
  }

  private Pending pending(ObjectNode row, long line) {
    if (!row.path("type").isTextual()) {
      return new Pending(row, null, null);
    }
    String type = row.path("type").asText();
    if (!(row.path("data") instanceof ObjectNode data)) {
      throw new EmbedException("line %d is missing object field 'data'".formatted(line));
    }
    if (!request.selects(type, data)) {
      return new Pending(row, null, null);
    }
    selected++;
    Target target = request.spec().types().get(type);
    if (target == null) {
      return new Pending(row, null, null);
    }
    return switch (request.mode()) {
      case FILL_MISSING ->
          new Pending(row, hasVector(data, target) ? null : text(type, data, target), target);
      case REEMBED_SELECTED, REEMBED_ALL -> new Pending(row, text(type, data, target), target);
      case CLEAN -> {
        cleaned += data.remove(target.property()) == null ? 0 : 1;
        yield new Pending(row, null, null);
      }
    };
  }

  private static boolean hasVector(JsonNode data, Target target) {
    JsonNode value = data.path(target.property());
    return !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty());
  }

  private static String text(String type, JsonNode data, Target target) {
    StringBuilder text = new StringBuilder("type: ").append(type);
    for (String field : target.fields()) {
      String value = FieldText.of(data.path(field));
      if (!value.isEmpty()) {
        text.append('\n').append(field).append(": ").append(value);
      }
    }
    return text.toString();
  }

  private void flush(Writer out) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Pending one : pending) {
      if (one.text() != null) {
        texts.add(one.text());
      }
    }
    if (!texts.isEmpty()) {
      fill(embedder.embed(texts, request.spec().dimension(), Purpose.DOCUMENT));
    }
    for (Pending one : pending) {
      out.write(Json.compact(one.row()));
      out.write('\n');
    }
    pending.clear();
  }

  private void fill(List<float[]> vectors) {
    int next = 0;
    for (Pending one : pending) {
      if (one.text() != null && one.target() != null) {
        ArrayNode values = one.row().withObjectProperty("data").putArray(one.target().property());
        for (float value : vectors.get(next++)) {
          values.add(value);
        }
        embedded++;
      }
    }
  }
}
