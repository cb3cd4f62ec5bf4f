package io.omnigraph.core.apply;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.core.plan.Reason;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Whether a declared file still is what was planned with. */
sealed interface SourceCheck {

  /** It is, byte for byte. */
  record Same() implements SourceCheck {}

  /** It was edited during the run. */
  record Changed() implements SourceCheck {}

  /** It cannot be read any more. */
  record Unreadable(String message) implements SourceCheck {}

  /** The file that a change was declared by; empty for deletes and for kinds without files. */
  static Optional<SourceFile> sourceOf(Change change) {
    return switch (change) {
      case Change.Create(var desired) -> Optional.ofNullable(desired.source());
      case Change.Update(var desired, _, _) -> Optional.ofNullable(desired.source());
      case Change.Delete _ -> Optional.empty();
    };
  }

  /** What is said of a file that was edited. */
  static Diagnostic contentChanged(Address address) {
    String message = "the declared file was edited during the run; run `cluster apply` again";
    return Diagnostic.error(
        Reason.Source.RESOURCE_CONTENT_CHANGED.word(), address.toString(), message);
  }

  /** Reads the file again. */
  static SourceCheck of(SourceFile planned) {
    try {
      byte[] content = Files.readAllBytes(planned.path());
      return Digest.of(content).equals(planned.digest()) ? new Same() : new Changed();
    } catch (IOException e) {
      return new Unreadable("cannot read `" + planned.path() + "` again: " + e.getMessage());
    }
  }
}
