package io.omnigraph.plugin.query.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads from a directory, and records what is declared and reported. */
final class RecordingContext implements DeclareContext {

  private final Path directory;
  private final List<Diagnostic> reported = new ArrayList<>();
  private final TreeMap<Address, Declared> declared = new TreeMap<>();

  RecordingContext(Path directory) {
    this.directory = directory;
  }

  List<Diagnostic> reported() {
    return List.copyOf(reported);
  }

  @Override
  public Path resolve(String written) {
    return directory.resolve(written);
  }

  @Override
  public SourceFile read(Path path) throws IOException {
    try {
      return new SourceFile(path, Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException("not valid UTF-8", e);
    }
  }

  @Override
  public void report(Diagnostic diagnostic) {
    reported.add(diagnostic);
  }

  @Override
  public void declare(Declared resource) {
    if (declared.put(resource.address(), resource) != null) {
      throw new IllegalArgumentException("declared twice: " + resource.address());
    }
  }

  @Override
  public Optional<Declared> declared(Address address) {
    return Optional.ofNullable(declared.get(address));
  }

  @Override
  public List<Declared> declaredOf(String kind) {
    return declared.values().stream().filter(d -> d.address().kind().equals(kind)).toList();
  }
}
