package io.omnigraph.server.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.json.Json;
import io.omnigraph.server.stage.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into request records. A text that is not JSON is answered with 400, JSON of another
 * shape with 422: a wrong type, a field given twice (aliases count), or nothing for a component
 * that is not {@code @Nullable}. Unknown fields are ignored, and nothing is turned from one type
 * into another.
 */
final class JsonReader {

  private static final JsonMapper MAPPER = strict();
  private static final JsonFactory SYNTAX = new JsonFactory();

  private JsonReader() {}

  static <T> Outcome<T> read(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        return shape("expected a JSON object, found null");
      }
      Optional<String> twice = AliasedFields.of(type).givenTwice(json);
      if (twice.isPresent()) {
        return shape("the field `" + twice.get() + "` is given twice, under two names");
      }
      Optional<String> missing = missingComponent(value);
      return missing.isPresent()
          ? shape("missing field `" + missing.get() + "`")
          : Outcome.passed(value);
    } catch (InvalidDefinitionException e) {
      throw new IllegalStateException("requests cannot be read into " + type, e);
    } catch (JsonProcessingException e) {
      Optional<String> broken = syntaxError(json);
      return broken.isPresent()
          ? Outcome.stopped(Problem.badRequest("the body is not JSON: " + broken.get()))
          : shape(oneLine(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does no I/O", e);
    }
  }

  /** What is wrong with the text as such; a field given twice is not. */
  private static Optional<String> syntaxError(byte[] json) {
    try (JsonParser parser = SYNTAX.createParser(json)) {
      if (parser.nextToken() == null) {
        return Optional.of("it is empty");
      }
      parser.skipChildren();
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of("something follows the document");
    } catch (JsonProcessingException e) {
      return Optional.of(oneLine(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does no I/O", e);
    }
  }

  private static Optional<String> missingComponent(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    if (components == null) {
      return Optional.empty();
    }
    for (RecordComponent component : components) {
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!optional && componentOf(value, component) == null) {
        return Optional.of(fieldName(component));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object componentOf(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a request record must be readable: " + component, e);
    }
  }

  /** The name of a record component in JSON. */
  static String fieldName(RecordComponent component) {
    return MAPPER
        .getPropertyNamingStrategy()
        .nameForField(MAPPER.getDeserializationConfig(), null, component.getName());
  }

  private static <T> Outcome<T> shape(String message) {
    return Outcome.stopped(
        new Problem(422, "bad_request", "the body has a wrong shape: " + message, Map.of()));
  }

  /** Jackson's own sentence with the place in the text, without class names and source excerpts. */
  private static String oneLine(JsonProcessingException e) {
    String message = e.getOriginalMessage().replaceAll("\\s+", " ").strip();
    String sentence = message.replaceAll("`(?:[a-z0-9_]+\\.)+([A-Z][A-Za-z0-9]*)[^`]*`", "`$1`");
    return e.getLocation() == null
        ? sentence
        : sentence
            + " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static JsonMapper strict() {
    return Json.mapper()
        .rebuild()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }
}
