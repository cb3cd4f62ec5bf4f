package io.omnigraph.server.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 for one that the operating system chooses
 */
public record BindAddress(String host, int port) {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  /** Reads {@code HOST:PORT}, IPv6 addresses in brackets; empty when it is none. */
  public static Optional<BindAddress> parse(String text) {
    Matcher matcher = HOST_AND_PORT.matcher(text.strip());
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > LAST_PORT) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(new BindAddress(host, Integer.parseInt(matcher.group(3))));
  }

  /** {@code HOST:PORT}, IPv6 addresses in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
