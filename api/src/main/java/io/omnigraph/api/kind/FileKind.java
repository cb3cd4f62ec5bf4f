package io.omnigraph.api.kind;

import java.util.Optional;

/**
 * A kind whose resources are files in the catalog and nothing else: it says which keys it owns and
 * declares its files; comparing, publishing, verifying and healing them is the core's work.
 */
public abstract class FileKind implements ResourceKind {

  private final String name;
  private final Payload payload;

  /**
   * A kind of files.
   *
   * @param name the kind's name
   * @param extension of its files in the catalog, without a dot
   */
  protected FileKind(String name, String extension) {
    this.name = name;
    this.payload = new Payload(extension);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<Payload> payload() {
    return Optional.of(payload);
  }

  @Override
  public final Execution execution(Operation operation) {
    return Execution.RECORDED;
  }
}
