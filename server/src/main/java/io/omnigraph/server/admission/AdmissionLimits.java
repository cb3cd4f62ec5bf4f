package io.omnigraph.server.admission;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one actor can have running at a time.
 *
 * @param requests how many writes
 * @param bytes how many bytes the writes may count for together
 */
public record AdmissionLimits(long requests, long bytes) {

  private static final Logger LOG = LoggerFactory.getLogger(AdmissionLimits.class);
  private static final String REQUESTS = "OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX";
  private static final String BYTES = "OMNIGRAPH_PER_ACTOR_BYTES_MAX";

  /** Limits where the environment says nothing: 16 writes and 4 GiB. */
  public static final AdmissionLimits USUAL = new AdmissionLimits(16, 4_294_967_296L);

  /** The limits of an environment; a value that is no number is warned of and not used. */
  public static AdmissionLimits of(Map<String, String> environment) {
    return new AdmissionLimits(
        number(environment, REQUESTS, USUAL.requests), number(environment, BYTES, USUAL.bytes));
  }

  private static long number(Map<String, String> environment, String variable, long usual) {
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      return usual;
    }
    if (value.matches("[0-9]{1,18}")) {
      return Long.parseLong(value);
    }
    LOG.warn("{} is `{}`, which is not a number; using {}", variable, value, usual);
    return usual;
  }
}
