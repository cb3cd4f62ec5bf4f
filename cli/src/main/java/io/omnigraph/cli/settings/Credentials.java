package io.omnigraph.cli.settings;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.source.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of {@code ~/.omnigraph/credentials}: sections of servers with a {@code token} each.
 */
final class Credentials {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Credentials() {}

  /**
   * The token of a server.
   *
   * @throws CommandFailure when others may read the file, or it cannot be read
   */
  static Optional<String> token(Path file, String server) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      refuseOthers(file);
      return find(Utf8.withoutMark(TextFile.read(file)), server);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read " + file, e);
    }
  }

  private static void refuseOthers(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw CommandFailure.failed(
          "others may read " + file + "; make it yours alone with: chmod 600 " + file);
    }
  }

  private static Optional<String> find(String text, String server) {
    boolean inSection = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        inSection = line.substring(1, line.length() - 1).strip().equals(server);
      } else if (inSection && line.contains("=") && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        if (line.substring(0, equals).strip().equals("token")) {
          return Optional.of(unquoted(line.substring(equals + 1).strip()))
              .filter(t -> !t.isEmpty());
        }
      }
    }
    return Optional.empty();
  }

  private static String unquoted(String value) {
    if (value.length() < 2) {
      return value;
    }
    char first = value.charAt(0);
    boolean quoted = (first == '"' || first == '\'') && value.charAt(value.length() - 1) == first;
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
