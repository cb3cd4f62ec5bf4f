package io.omnigraph.ground.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts that the operating system hands a process: its arguments and variables. The Java
 * platform reads them in the charset of the locale and replaces what that charset cannot read, so
 * they are compared with the bytes that the system keeps of them, where it keeps any (Linux).
 *
 * @param arguments the bytes of the last arguments of the process; absent where the system does not
 *     tell
 * @param variables the bytes of the environment by variable, in the form {@code NAME=value}
 */
public record ProcessText(Optional<List<byte[]>> arguments, List<byte[]> variables) {

  private static final String OWN = "OMNIGRAPH_";
  private static final String FIX = "set `LC_ALL` to a locale of UTF-8, such as `C.UTF-8`";

  public ProcessText {
    arguments = arguments.map(List::copyOf);
    variables = List.copyOf(variables);
  }

  /** The texts of this process. */
  public static ProcessText ofThisProcess() {
    return new ProcessText(
        parts(Path.of("/proc/self/cmdline")),
        parts(Path.of("/proc/self/environ")).orElse(List.of()));
  }

  /**
   * Why the process must not go on: an argument, or a variable of this program, is not UTF-8 or was
   * read as something else. Empty when all is well, or the system does not tell.
   *
   * @param read the arguments as the platform has read them
   * @param environment as the platform has read it
   */
  public Optional<String> problem(List<String> read, Map<String, String> environment) {
    List<byte[]> raw = arguments.orElse(List.of());
    int before = raw.size() - read.size();
    for (int i = 0; before >= 0 && i < read.size(); i++) {
      Optional<String> problem =
          difference("the argument " + (i + 1), raw.get(before + i), read.get(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    for (byte[] variable : variables) {
      int equals = indexOfEquals(variable);
      String name = ascii(variable, equals);
      if (name.startsWith(OWN) && environment.containsKey(name)) {
        Optional<String> problem =
            difference(
                "the variable `" + name + "`",
                Arrays.copyOfRange(variable, equals + 1, variable.length),
                environment.getOrDefault(name, ""));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  /** An environment without the variables whose values were read as something else. */
  public Map<String, String> sound(Map<String, String> environment) {
    Map<String, String> sound = new TreeMap<>(environment);
    for (byte[] variable : variables) {
      int equals = indexOfEquals(variable);
      String name = ascii(variable, equals);
      byte[] value = Arrays.copyOfRange(variable, equals + 1, variable.length);
      if (difference(name, value, environment.getOrDefault(name, "")).isPresent()) {
        sound.remove(name);
      }
    }
    return sound;
  }

  private static Optional<String> difference(String what, byte[] raw, String read) {
    try {
      return Utf8.text(raw).equals(read)
          ? Optional.empty()
          : Optional.of(what + " cannot be read in this locale; " + FIX);
    } catch (NotUtf8Exception e) {
      return Optional.of(what + " cannot be used: " + e.getMessage());
    }
  }

  private static int indexOfEquals(byte[] variable) {
    for (int i = 0; i < variable.length; i++) {
      if (variable[i] == '=') {
        return i;
      }
    }
    return variable.length - 1;
  }

  private static String ascii(byte[] bytes, int length) {
    return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
  }

  /** The parts of a file that end with a zero each; empty when it cannot be read. */
  private static Optional<List<byte[]>> parts(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException _) {
      // A system that has no such file, or does not show it.
      return Optional.empty();
    }
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        parts.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return Optional.of(parts);
  }
}
