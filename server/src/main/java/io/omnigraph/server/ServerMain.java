package io.omnigraph.server;

import picocli.CommandLine;

/** The entry point of {@code omnigraph-server}. */
public final class ServerMain {

  private ServerMain() {}

  /**
   * Serves until it is asked to stop. Exits with 0 after an orderly stop, 1 when it refuses to
   * start, 2 when the command line is wrong.
   */
  public static void main(String[] args) {
    // The HTTP library picks its own logging otherwise.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.exit(new CommandLine(ServeCommand.withInstalledPlugins()).execute(args));
  }
}
