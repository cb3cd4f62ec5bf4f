package io.omnigraph.ground.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings files and directories of the local file system to the disk, so that they survive a loss of
 * power: of a file its content, of a directory the names in it. Everything of this product that has
 * to survive goes through here. Safe for use by several threads.
 */
public final class DiskFlush {

  private static final int THREADS = 16;

  private final Way way;
  private final ExecutorService pool = pool();

  private DiskFlush(Way way) {
    this.way = way;
  }

  /** Flushes by calls to the operating system. */
  public static DiskFlush usual() {
    return new DiskFlush(DiskFlush::force);
  }

  /** Flushes in another way, which may call {@link #force}. */
  public static DiskFlush through(Way way) {
    return new DiskFlush(way);
  }

  /** How a file or a directory is flushed. */
  @FunctionalInterface
  public interface Way {

    /** Returns when what the path holds at the time of the call is on the disk. */
    void flush(Path path) throws IOException;
  }

  /** Flushes one file or directory. */
  public void one(Path path) throws IOException {
    way.flush(path);
  }

  /** Flushes files and directories at the same time, so that the disk can take them together. */
  public void all(Collection<Path> paths) throws IOException {
    List<CompletableFuture<Path>> others =
        paths.stream()
            .skip(1)
            .map(path -> CompletableFuture.supplyAsync(() -> flushed(path), pool))
            .toList();
    if (!paths.isEmpty()) {
      way.flush(paths.iterator().next());
    }
    for (CompletableFuture<Path> other : others) {
      await(other);
    }
  }

  private Path flushed(Path path) {
    try {
      way.flush(path);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The usual way: a call to the operating system. */
  public static void force(Path path) throws IOException {
    boolean isDirectory = Files.isDirectory(path);
    StandardOpenOption mode = isDirectory ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      // What is needed to read a file again, such as its length, is flushed in either case.
      channel.force(isDirectory);
    }
  }

  private static void await(CompletableFuture<Path> flush) throws IOException {
    try {
      flush.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw new IOException(failure.getMessage(), failure.getCause());
      }
      throw e;
    }
  }

  private static ExecutorService pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("flush-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
