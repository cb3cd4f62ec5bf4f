package io.omnigraph.execute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a plan, and those whose rows it takes.
 *
 * @param operator what it is, such as {@code expand}
 * @param detail what it works on, in the words of the query
 * @param estimatedRows that were guessed to come out of it
 * @param rows that came out of it; absent unless the query was profiled, like what follows
 * @param timeUs microseconds that it took, without the operators whose rows it takes, but with
 *     those of a block inside it
 * @param bytes the most memory that it held at once
 * @param readBytes that were read from storage for it, because they were not in memory
 * @param inputs the operators whose rows it takes: first the one before it, then the last one of a
 *     block inside it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanOutput(
    String operator,
    String detail,
    long estimatedRows,
    @Nullable Long rows,
    @Nullable Long timeUs,
    @Nullable Long bytes,
    @Nullable Long readBytes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlanOutput> inputs) {

  public PlanOutput {
    inputs = List.copyOf(inputs);
  }

  /** Reads a plan as a server sent it. */
  static PlanOutput read(JsonNode json) {
    List<PlanOutput> inputs = new ArrayList<>();
    json.path("inputs").forEach(input -> inputs.add(read(input)));
    return new PlanOutput(
        json.path("operator").asText(),
        json.path("detail").asText(),
        json.path("estimated_rows").asLong(),
        number(json.path("rows")),
        number(json.path("time_us")),
        number(json.path("bytes")),
        number(json.path("read_bytes")),
        inputs);
  }

  private static @Nullable Long number(JsonNode node) {
    return node.isNumber() ? node.longValue() : null;
  }
}
