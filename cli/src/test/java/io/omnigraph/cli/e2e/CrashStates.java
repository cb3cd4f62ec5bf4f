package io.omnigraph.cli.e2e;

import io.omnigraph.cli.InProcess;
import io.omnigraph.ground.fault.FaultPoints;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whatever a command leaves when its process is killed at one of its fault points: a copy of the
 * directory, made while the command stands there. A kill takes nothing from a process but what it
 * has not written, so the copy is what would be found.
 *
 * <p>One thread.
 */
final class CrashStates implements FaultPoints {

  private final Path directory;
  private final Path copies;
  private final Map<String, Path> byPoint = new TreeMap<>();

  private CrashStates(Path directory, Path copies) {
    this.directory = directory;
    this.copies = copies;
  }

  /**
   * Runs a command that has to succeed.
   *
   * @param directory the working directory that is copied
   * @param copies where to
   * @return the copies by the fault points that the command has passed; the first of each
   */
  static Map<String, Path> of(Path directory, Path copies, String... command) {
    CrashStates states = new CrashStates(directory, copies);
    new InProcess(directory, states).succeeds(command);
    return states.byPoint;
  }

  @Override
  public synchronized void reached(String point) {
    if (!byPoint.containsKey(point)) {
      Path copy = copies.resolve(point);
      DirectoryCopy.of(directory, copy);
      byPoint.put(point, copy);
    }
  }
}
