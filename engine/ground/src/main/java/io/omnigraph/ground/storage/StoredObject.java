package io.omnigraph.ground.storage;

import java.nio.charset.StandardCharsets;

/** An object as it was read: its bytes, and the token that tells whether it has changed since. */
public final class StoredObject {

  private final byte[] content;
  private final String token;

  /**
   * An object that was read.
   *
   * @param content its bytes; not copied, and never changed afterwards by either side
   * @param token the store's word for this very content, such as an ETag
   */
  public StoredObject(byte[] content, String token) {
    this.content = content;
    this.token = token;
  }

  /** The bytes. Callers do not change them. */
  public byte[] content() {
    return content;
  }

  /** The store's word for this very content. */
  public String token() {
    return token;
  }

  /** The bytes as UTF-8 text, malformed bytes replaced. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
