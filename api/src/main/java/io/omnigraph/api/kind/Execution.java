package io.omnigraph.api.kind;

/** How the core carries out an operation on a resource of a kind. */
public enum Execution {
  /**
   * The ledger entry is all there is, beside the payload in the catalog where the kind has one. The
   * core does it alone. Executed after every fenced create and update.
   */
  RECORDED,
  /**
   * Something outside the ledger is moved, by the kind's {@link FencedOperation}, between the
   * writing of a recovery sidecar and its removal.
   */
  FENCED,
  /** The same operation on the owner does it; alone it cannot be done, and is deferred. */
  CARRIED,
  /** Nothing to do: the digest follows from the digests of the parts. */
  DERIVED
}
