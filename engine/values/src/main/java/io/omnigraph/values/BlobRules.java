package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;

/** Opaque bytes, as {@code base64:} and their text, or the URI of where they are. */
final class BlobRules extends ScalarRules {

  private static final String BASE64 = "base64:";

  BlobRules() {
    super("Blob", ColumnForm.TEXT);
  }

  @Override
  boolean isOrdered() {
    return false;
  }

  @Override
  Optional<String> shape() {
    return Optional.of("blob");
  }

  @Override
  String parameterKind() {
    return "blob";
  }

  @Override
  Reading read(JsonNode json) {
    return json.isTextual()
        ? parse(json.textValue())
        : Reading.wrongKind("must be a URI string or base64: prefixed data");
  }

  @Override
  Reading parameter(JsonNode json) {
    return json.isTextual()
        ? parse(json.textValue())
        : Reading.wrongKind("expected blob URI string, got " + kind(json));
  }

  @Override
  Reading parse(String text) {
    return !text.startsWith(BASE64) || isBase64(text.substring(BASE64.length()))
        ? Reading.of(text)
        : Reading.noSuchValue("invalid base64 blob data", "");
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof String;
  }

  @Override
  Reading convert(Scalar from, Object value) {
    return parse((String) value);
  }

  @Override
  int compare(Object left, Object right) {
    return StringRules.compare((String) left, (String) right);
  }

  private static boolean isBase64(String text) {
    try {
      byte[] _ = Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
