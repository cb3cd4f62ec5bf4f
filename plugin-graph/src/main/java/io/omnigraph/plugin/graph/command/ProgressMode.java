package io.omnigraph.plugin.graph.command;

import io.omnigraph.io.load.LoadListener;
import java.io.Console;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How a command says how far it is. */
enum ProgressMode {
  /** Lines for people, if there are any: on a terminal. */
  AUTO,
  /** JSON objects, one a line. */
  JSON,
  /** Not at all. */
  NONE;

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Who is told.
   *
   * @param size of the input in bytes; empty when it is not known
   */
  LoadListener listener(OptionalLong size, InstantSource clock, PrintWriter err) {
    return switch (this) {
      case AUTO ->
          Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
              ? new LoadProgress(size, clock, LoadProgress.lines(err))
              : LoadListener.none();
      case JSON -> new LoadProgress(size, clock, LoadProgress.events(err));
      case NONE -> LoadListener.none();
    };
  }
}
