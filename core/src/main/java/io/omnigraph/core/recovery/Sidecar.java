package io.omnigraph.core.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.format.StrictObject;
import io.omnigraph.ground.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The intent of a running fenced operation, as its file holds it.
 *
 * @param id a ULID, the name of the file
 * @param run who began it, and upon what
 * @param operation its name
 * @param intent the operation's own fields
 */
public record Sidecar(String id, Run run, String operation, ObjectNode intent) {

  static final long VERSION = 1;

  /**
   * The circumstances of an operation.
   *
   * @param startedAt as written
   * @param actor absent when nobody was named
   * @param ledgerCas of the ledger that the command began with; absent when there was none
   * @param approvalId of the approval that it uses; absent when it needs none
   */
  public record Run(
      String startedAt,
      @Nullable String actor,
      @Nullable String ledgerCas,
      @Nullable String approvalId) {}

  /** The same operation, with what came of it. */
  public Sidecar with(ObjectNode outcome) {
    return new Sidecar(id, run, operation, outcome);
  }

  static long version(byte[] content) throws MalformedFileException {
    return StrictObject.parse(content).integer("schema_version");
  }

  static Sidecar read(byte[] content, FencedOperations operations) throws MalformedFileException {
    StrictObject file = StrictObject.parse(content);
    file.integer("schema_version");
    String id = file.text("operation_id");
    Run run =
        new Run(
            instant(file, "started_at"),
            file.optionalText("actor").orElse(null),
            file.optionalText("state_cas_base").orElse(null),
            file.optionalText("approval_id").orElse(null));
    String name = file.text("kind");
    FencedOperation operation =
        operations
            .find(name)
            .orElseThrow(() ->
                new MalformedFileException("no installed kind has the operation `" + name + "`"))
            .fenced();
    ObjectNode intent = Json.object();
    for (String field : operation.intentFields()) {
      intent.set(field, file.presentValue(field));
    }
    file.finish();
    return new Sidecar(id, run, name, intent);
  }

  private static String instant(StrictObject file, String field) throws MalformedFileException {
    String text = file.text(field);
    try {
      Instant.parse(text);
      return text;
    } catch (DateTimeParseException e) {
      throw new MalformedFileException("`" + field + "` must be a time", e);
    }
  }

  byte[] bytes() {
    ObjectNode file =
        Json.object()
            .put("schema_version", VERSION)
            .put("operation_id", id)
            .put("started_at", run.startedAt())
            .put("actor", run.actor())
            .put("kind", operation);
    file.setAll(intent);
    file.put("state_cas_base", run.ledgerCas()).put("approval_id", run.approvalId());
    return (Json.pretty(file) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
