package io.omnigraph.server.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.server.stage.StageOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into request records. A text that is not JSON is answered with 400, JSON of another
 * shape with 422: a wrong type, a field given twice (aliases count), or nothing for a component
 * that is not {@code @Nullable}. Unknown fields are ignored, and nothing is turned from one type
 * into another.
 */
final class RecordReader {

  private static final JsonMapper MAPPER = strict();
  private static final RecordComponent[] NONE = {};

  private RecordReader() {}

  static <T> StageOutcome<T> read(byte[] json, Class<T> type) {
    return switch (Json.parse(json)) {
      case ParsedJson.Malformed malformed ->
          StageOutcome.stopped(Problem.badRequest("the body is not JSON: " + malformed.message()));
      case ParsedJson.DuplicateField twice -> shape(twice.message());
      case ParsedJson.Value(JsonNode body) -> read(body, type);
    };
  }

  private static <T> StageOutcome<T> read(JsonNode body, Class<T> type) {
    if (!body.isObject()) {
      return shape("expected a JSON object, found " + JsonShapes.described(body));
    }
    Optional<String> twice = AliasedFields.of(type).givenTwice(body);
    if (twice.isPresent()) {
      return shape("the field `" + twice.get() + "` is given twice, under two names");
    }
    Optional<String> absent = absentComponent(body, type);
    if (absent.isPresent()) {
      return shape("missing field `" + absent.get() + "`");
    }
    try {
      T value = MAPPER.treeToValue(body, type);
      Optional<String> missing = missingComponent(value);
      return missing.isPresent()
          ? shape("missing field `" + missing.get() + "`")
          : StageOutcome.passed(value);
    } catch (InvalidDefinitionException e) {
      throw new IllegalStateException("requests cannot be read into " + type, e);
    } catch (JsonProcessingException e) {
      return shape(JsonShapes.mismatch(e, body));
    }
  }

  /** A field that the record cannot be made without. */
  private static Optional<String> absentComponent(JsonNode body, Class<?> type) {
    AliasedFields aliases = AliasedFields.of(type);
    for (RecordComponent component : Objects.requireNonNullElse(type.getRecordComponents(), NONE)) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      String name = fieldName(component);
      if (property != null && property.required() && !aliases.isGiven(body, name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
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

  private static <T> StageOutcome<T> shape(String message) {
    return StageOutcome.stopped(
        new Problem(422, "bad_request", "the body has a wrong shape: " + message, Map.of()));
  }

  private static JsonMapper strict() {
    return Json.mapper()
        .rebuild()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
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
