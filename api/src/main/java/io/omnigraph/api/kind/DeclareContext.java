package io.omnigraph.api.kind;

import io.omnigraph.api.Address;
import io.omnigraph.ground.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a kind declares resources, and what it may look at meanwhile. Used by one thread. */
public interface DeclareContext {

  /**
   * The path that a written path means: absolute as it is, relative joined to the config directory,
   * which is used as the user typed it.
   */
  Path resolve(String written);

  /**
   * Reads a source file; each file is read once in a run, and its bytes serve everybody.
   *
   * @throws IOException when it cannot be read or is not valid UTF-8; the message says which,
   *     without the path
   */
  SourceFile read(Path path) throws IOException;

  /** Adds a finding, in the order in which it is to be reported. */
  void report(Diagnostic diagnostic);

  /** Declares a resource. Its address must be of the calling kind and new. */
  void declare(Declared resource);

  /** A resource declared earlier in this run. */
  Optional<Declared> declared(Address address);

  /** The resources of a kind declared so far, by address. */
  List<Declared> declaredOf(String kind);
}
