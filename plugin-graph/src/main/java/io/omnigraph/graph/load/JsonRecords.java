package io.omnigraph.graph.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.omnigraph.api.json.Json;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The JSON values of a stream, one by one, with any white space between them (graph-engine
 * specification, section 2.2). Used by one thread.
 */
final class JsonRecords implements AutoCloseable {

  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(JsonNode.class)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String source;
  private final JsonParser parser;
  private long read;

  JsonRecords(String source, InputStream in) throws IOException {
    this.source = source;
    this.parser = Json.mapper().getFactory().createParser(in);
  }

  /**
   * The next value; empty at the end. After a value that is not JSON there is no next one, because
   * nobody can tell where it would begin.
   *
   * @throws IOException when the stream cannot be read
   */
  Optional<Read> next() throws IOException {
    Place place = new Place(source, parser.currentLocation().getLineNr(), read + 1);
    try {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      place = new Place(source, parser.currentTokenLocation().getLineNr(), ++read);
      return Optional.of(new Value(place, READER.readTree(parser)));
    } catch (JsonProcessingException e) {
      return Optional.of(
          new Broken(new Place(source, lineOf(e, place), place.record()), reason(e)));
    } catch (CharConversionException e) {
      return Optional.of(new Broken(place, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The parser's reason, without its words on where things began. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*\\)$", "");
  }

  private static int lineOf(JsonProcessingException e, Place otherwise) {
    return e.getLocation() == null ? otherwise.line() : e.getLocation().getLineNr();
  }

  /** What was read. */
  sealed interface Read {

    /** Where it begins; of a broken value, where it breaks. */
    Place place();
  }

  /** A value. */
  record Value(Place place, JsonNode json) implements Read {}

  /** Not JSON. */
  record Broken(Place place, String reason) implements Read {}
}
