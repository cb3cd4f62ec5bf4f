package io.omnigraph.store.lance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The end of a file of rows (Lance file format 2: where its columns and buffers are described, how
 * many there are, the version, and a magic word). A file on a disk is looked at before Lance opens
 * it, because Lance ends the process over some files that are cut short.
 */
final class LanceFooter {

  private static final int BYTES = 40;
  private static final int MAGIC = 0x434e_414c; // "LANC", little-endian
  private static final int MAGIC_AT = 36;

  private LanceFooter() {}

  /**
   * Looks at a file of rows.
   *
   * @throws IOException when it is not there, or not whole
   */
  static void require(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("there is no file that can be read");
    }
    ByteBuffer footer = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long end;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      end = channel.size() - BYTES;
      while (end >= 0 && footer.hasRemaining()) {
        if (channel.read(footer, end + footer.position()) < 0) {
          throw new IOException("the file became shorter");
        }
      }
    }
    boolean isWhole =
        end >= 0
            && footer.getInt(MAGIC_AT) == MAGIC
            && isAscending(footer.getLong(0), footer.getLong(8), footer.getLong(16), end);
    if (!isWhole) {
      throw new IOException("the file has no end");
    }
  }

  private static boolean isAscending(long... places) {
    long last = 0;
    for (long place : places) {
      if (place < last) {
        return false;
      }
      last = place;
    }
    return true;
  }
}
