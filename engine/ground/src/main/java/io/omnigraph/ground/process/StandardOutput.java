package io.omnigraph.ground.process;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a program writes its result. The first failure is remembered and thrown as {@link
 * OutputLost}, which no print writer swallows; what comes after it is dropped. Used by one thread.
 */
public final class StandardOutput extends OutputStream {

  /** What a program ends with that wrote to a pipe without a reader: 128 and SIGPIPE. */
  public static final int READER_GONE = 141;

  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final OutputStream sink;
  private final BooleanSupplier isPipe;
  private final PrintWriter writer;
  private @Nullable OutputLost lost;

  /**
   * An output into a stream.
   *
   * @param sink not buffered
   * @param isPipe whether a failure means that the reader has gone away; asked after a failure
   */
  StandardOutput(OutputStream sink, BooleanSupplier isPipe) {
    this.sink = sink;
    this.isPipe = isPipe;
    this.writer =
        new PrintWriter(new BufferedWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8)));
  }

  /** The standard output of this process. */
  public static StandardOutput ofProcess() {
    return new StandardOutput(
        new FileOutputStream(FileDescriptor.out), StandardOutput::isProcessOutputPipe);
  }

  /** Writes UTF-8 into this; flushed by {@link #exitCode} at the latest. */
  public PrintWriter writer() {
    return writer;
  }

  /**
   * What the process ends with, once everything was written or could not be.
   *
   * <p>An output that cannot be written is a failure, told in one line, unless its reader has gone
   * away, which is how readers say that they have enough.
   *
   * @param code what it would end with otherwise; a failure stays what it is
   * @param err where the line goes
   */
  public int exitCode(int code, PrintWriter err) {
    try {
      writer.flush();
    } catch (OutputLost _) {
      // Remembered in `lost`.
    }
    if (lost == null) {
      return code;
    }
    if (isPipe.getAsBoolean()) {
      return code == 0 ? READER_GONE : code;
    }
    err.println("Error: " + lost.getMessage());
    err.flush();
    return code == 0 ? 1 : code;
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (lost != null) {
      return;
    }
    try {
      sink.write(bytes, offset, length);
    } catch (IOException e) {
      lost = new OutputLost(e);
      throw lost;
    }
  }

  /** Errors of a pipe have texts in the language of the user, so the kind of file is asked. */
  private static boolean isProcessOutputPipe() {
    try {
      int mode = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
      return (mode & FILE_TYPE) == PIPE || (mode & FILE_TYPE) == SOCKET;
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
