package io.omnigraph.ground.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An output that cannot be written is never success. */
final class StandardOutputTest {

  private static final OutputStream FULL =
      new OutputStream() {
        @Override
        public void write(int oneByte) throws IOException {
          throw new IOException("no space left");
        }
      };

  private final StringWriter err = new StringWriter();

  @Test
  void whatIsWrittenArrivesInUtf8AndTheCodeStays() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    StandardOutput output = new StandardOutput(sink, () -> false);

    output.writer().print("Zürich\n");

    assertThat(code(output, 0)).isZero();
    assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("Zürich\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFullOutputIsAFailureToldOnce() {
    StandardOutput output = new StandardOutput(FULL, () -> false);

    output.writer().print("rows");

    assertThat(code(output, 0)).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("Error: the output cannot be written: no space left\n");
  }

  @Test
  void aReaderThatWentAwayIsQuiet() {
    StandardOutput output = new StandardOutput(FULL, () -> true);

    output.writer().print("rows");

    assertThat(code(output, 0)).isEqualTo(StandardOutput.READER_GONE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aCommandThatFailedAnywayKeepsItsCode() {
    StandardOutput output = new StandardOutput(FULL, () -> true);

    output.writer().print("rows");

    assertThat(code(output, 2)).isEqualTo(2);
  }

  @Test
  void aCommandThatWritesMuchIsStoppedByTheFirstFailureAlone() {
    StandardOutput output = new StandardOutput(FULL, () -> false);
    PrintWriter writer = output.writer();
    writer.print("rows");

    assertThatThrownBy(writer::flush).isInstanceOf(OutputLost.class);

    writer.flush();
    assertThat(code(output, 0)).isEqualTo(1);
  }

  private int code(StandardOutput output, int code) {
    return output.exitCode(code, new PrintWriter(err, true));
  }
}
