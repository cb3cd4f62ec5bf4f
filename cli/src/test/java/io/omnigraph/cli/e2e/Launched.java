package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a process that has ended left: its exit code and both of its streams.
 *
 * @param command as it was typed, for messages
 */
record Launched(String command, int exitCode, String out, String err) {

  /** Fails unless the process ended with 0 and printed no warning of the Java platform. */
  Launched succeeds() {
    return endsWith(0);
  }

  /** Fails unless the process ended with this code and printed no warning of the Java platform. */
  Launched endsWith(int expected) {
    assertThat(exitCode).as("%s%n%s%n%s", command, out, err).isEqualTo(expected);
    assertThat(err).as(command).doesNotContain("WARNING:");
    return this;
  }

  /** Standard output as JSON. */
  JsonNode json() {
    try {
      return Json.mapper().readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException(command + " printed no JSON: " + out + err, e);
    }
  }
}
