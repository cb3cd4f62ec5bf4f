package io.omnigraph.io.export;

import java.io.IOException;

/** A value has no form in an export. The message says which. */
public final class UnexportableValueException extends IOException {

  private static final long serialVersionUID = 1L;

  UnexportableValueException(String message) {
    super(message);
  }
}
