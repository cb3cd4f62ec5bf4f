package io.omnigraph.core.catalog;

/** What looking at a payload in the catalog came to. */
public sealed interface BlobCheck {

  /** It is there, and is what its name says. */
  record Intact(String text) implements BlobCheck {}

  /** It is not there. */
  record Missing() implements BlobCheck {}

  /** It is there, but holds something else. */
  record Mismatch() implements BlobCheck {}

  /** Something is there that cannot be read. */
  record Unreadable(String message) implements BlobCheck {}
}
