package io.omnigraph.api.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A failure as a client sees it, in the style of RFC 9457 but with this product's own fields.
 *
 * @param status HTTP status
 * @param code stable word for programs, such as {@code bad_request}
 * @param message for people; the field {@code error} of the body
 * @param details further fields of the body, such as {@code merge_conflicts}
 */
public record Problem(int status, String code, String message, Map<String, JsonNode> details) {

  public Problem {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** The body of the answer. */
  public ObjectNode body() {
    ObjectNode body = Json.object().put("error", message).put("code", code);
    body.setAll(details);
    return body;
  }

  /** 400: the request cannot be carried out as it is. */
  public static Problem badRequest(String message) {
    return new Problem(400, "bad_request", message, Map.of());
  }

  /** 403: the caller may not. */
  public static Problem forbidden(String message) {
    return new Problem(403, "forbidden", message, Map.of());
  }

  /** 404: there is no such thing, or the caller is not to know of it. */
  public static Problem notFound(String message) {
    return new Problem(404, "not_found", message, Map.of());
  }

  /** 409: it conflicts with what is there, or with what somebody else did meanwhile. */
  public static Problem conflict(String message) {
    return new Problem(409, "conflict", message, Map.of());
  }

  /** 500: the server's own fault. */
  public static Problem internal(String message) {
    return new Problem(500, "internal", message, Map.of());
  }
}
