package io.omnigraph.store;

import java.nio.ByteBuffer;

/** What the virtual machine has to be started with so that Arrow can read native memory. */
final class JvmFlags {

  private static final String OPENED = "java.nio";

  private JvmFlags() {}

  /**
   * Refuses to go on in a virtual machine that Arrow would fail in later, in words of its own.
   *
   * @throws IllegalStateException with the flag that is missing
   */
  static void check() {
    if (!ByteBuffer.class.getModule().isOpen(OPENED, JvmFlags.class.getModule())) {
      throw new IllegalStateException(
          "graphs need a Java virtual machine that was started with"
              + " `--add-opens=java.base/java.nio=ALL-UNNAMED`; add the flag to the command line,"
              + " or `Add-Opens: java.base/java.nio` to the manifest of the jar that is started");
    }
  }
}
