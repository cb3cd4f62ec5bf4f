package io.omnigraph.server.boot;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The reply of {@code GET /healthz}, for whoever watches the server.
 *
 * @param status always {@code ok}: a server that is not does not listen
 * @param version of the server
 */
record Health(String status, String version) {

  /** The route; open to everybody. */
  static Route<Void, Health> route() {
    Health health = new Health("ok", serverVersion());
    return new Route<>(
        "health",
        Route.Method.GET,
        "/healthz",
        new Gate.Open(),
        new Body.None(),
        Health.class,
        _ -> Prepared.ready(() -> Reply.ok(health)));
  }

  private static String serverVersion() {
    Properties properties = new Properties();
    try (InputStream in = Health.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("the server's jar has no version.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
