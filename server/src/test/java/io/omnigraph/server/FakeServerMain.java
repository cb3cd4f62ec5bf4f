package io.omnigraph.server;

import io.omnigraph.server.boot.Boot;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The server as a process of its own, with a revision made up by the test. */
public final class FakeServerMain {

  private FakeServerMain() {}

  /** Serves nothing but its health. */
  public static void main(String[] args) {
    System.setProperty("org.jboss.logging.provider", "slf4j");
    ServeCommand command =
        new ServeCommand(
            () -> new Boot(List.of(new FakePlugin("graph")), Revisions.ready(), Map.of()));
    System.exit(new CommandLine(command).execute(args));
  }
}
