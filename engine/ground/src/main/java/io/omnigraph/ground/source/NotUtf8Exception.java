package io.omnigraph.ground.source;

import java.nio.charset.CharacterCodingException;

/** Bytes that should be text are not UTF-8. The message says where, and shows the bytes. */
public final class NotUtf8Exception extends CharacterCodingException {

  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * The first place that is wrong.
   *
   * @param line from 1
   * @param column from 1, in UTF-16 units
   * @param bytes as hexadecimal digits
   */
  NotUtf8Exception(int line, int column, String bytes) {
    this.place = "line " + line + ", column " + column + " has the bytes `" + bytes + "`";
  }

  @Override
  public String getMessage() {
    return "it is not valid UTF-8: " + place;
  }
}
