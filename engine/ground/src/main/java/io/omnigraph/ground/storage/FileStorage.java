package io.omnigraph.ground.storage;

import io.omnigraph.ground.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects as files below a directory.
 *
 * <p>A write goes to a temporary file beside its target, is flushed, and is then renamed over it,
 * or linked where it must not replace anything; the directory is flushed after that. Comparing and
 * replacing happens under an operating-system lock on a file of the same directory, so that it is
 * atomic between processes, and under a lock of this process, because the former is per process.
 */
final class FileStorage implements Storage {

  /** With a UUID behind it, {@link io.omnigraph.ground.FileNames#UNFINISHED_BYTES} long. */
  private static final String UNFINISHED = ".tmp.";

  private static final String GUARD = ".guard";
  private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path directory;
  private final DiskFlush flush;

  FileStorage(Path directory, DiskFlush flush) {
    this.directory = directory;
    this.flush = flush;
  }

  @Override
  public String root() {
    return directory.toString();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    try {
      return Optional.of(stored(Files.readAllBytes(path(key))));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure("cannot read", key, e);
    }
  }

  @Override
  public void put(String key, byte[] content) {
    write(key, content, true);
  }

  @Override
  public void putAll(Map<String, byte[]> contents) {
    Map<Path, Path> targets = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        Path target = path(content.getKey());
        createDirectories(parent(target));
        Path temporary = temporary(target);
        targets.put(temporary, target);
        write(temporary, content.getValue());
      }
      flush.all(targets.keySet());
      for (Map.Entry<Path, Path> written : targets.entrySet()) {
        Files.move(written.getKey(), written.getValue(), StandardCopyOption.ATOMIC_MOVE);
      }
      flush.all(targets.values().stream().map(FileStorage::parent).distinct().toList());
    } catch (IOException e) {
      throw failure("cannot write", String.join(", ", contents.keySet()), e);
    } finally {
      targets.keySet().forEach(FileStorage::discard);
    }
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    return write(key, content, false);
  }

  @Override
  public boolean putIfUnchanged(String key, StoredObject read, byte[] content) {
    return ifUnchanged(key, read, () -> write(key, content, true));
  }

  @Override
  public boolean deleteIfUnchanged(String key, StoredObject read) {
    return ifUnchanged(
        key,
        read,
        () -> {
          delete(key);
          return true;
        });
  }

  private boolean ifUnchanged(String key, StoredObject read, BooleanSupplier change) {
    Path guard = path(key).resolveSibling(GUARD);
    ReentrantLock lock = LOCKS.computeIfAbsent(guard, _ -> new ReentrantLock());
    lock.lock();
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      Optional<StoredObject> current = get(key);
      return current.isPresent()
          && current.get().token().equals(read.token())
          && change.getAsBoolean();
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw failure("cannot lock", key, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void delete(String key) {
    Path target = path(key);
    boolean isGone = false;
    try {
      isGone = Files.deleteIfExists(target);
      if (isGone) {
        flush.one(parent(target));
      }
    } catch (IOException e) {
      StorageException failure = failure("cannot delete", key, e);
      throw isGone ? failure.afterSending() : failure;
    }
  }

  @Override
  public void deleteTree(String key) {
    Path target = path(key);
    try {
      Files.walkFileTree(target, TreeRemoval.ofEverything());
      flush.one(parent(target));
    } catch (NoSuchFileException _) {
      return;
    } catch (IOException e) {
      throw failure("cannot delete", key, e);
    }
  }

  @Override
  public void prune(String key) {
    Path target = path(key);
    try {
      Files.walkFileTree(target, TreeRemoval.ofEmptyDirectories());
      flush.one(parent(target));
    } catch (NoSuchFileException _) {
      return;
    } catch (IOException e) {
      throw failure("cannot delete", key, e);
    }
  }

  @Override
  public List<String> list(String key) {
    try (Stream<Path> children = Files.list(path(key))) {
      return children
          .filter(Files::isRegularFile)
          .map(child -> String.valueOf(child.getFileName()))
          .filter(name -> !isUnfinished(name) && !name.equals(GUARD))
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw failure("cannot list", key, e);
    }
  }

  @Override
  public List<StoredFile> tree(String key) {
    List<StoredFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          path(key),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(
                  new StoredFile(
                      directory.relativize(file).toString(),
                      attributes.size(),
                      attributes.lastModifiedTime().toInstant()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw failure("cannot list", key, e);
    }
    found.sort(Comparator.comparing(StoredFile::key));
    return List.copyOf(found);
  }

  @Override
  public List<StoredFile> unfinished(String key) {
    return tree(key).stream().filter(file -> isUnfinished(fileName(file.key()))).toList();
  }

  private static String fileName(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static boolean isUnfinished(String fileName) {
    return fileName.contains(UNFINISHED);
  }

  @Override
  public void deleteAll(Collection<String> keys) {
    for (String key : keys) {
      try {
        Files.deleteIfExists(path(key));
      } catch (IOException e) {
        throw failure("cannot delete", key, e);
      }
    }
  }

  @Override
  public boolean exists(String key) {
    return Files.exists(path(key));
  }

  @Override
  public Storage below(String key) {
    return new FileStorage(path(key), flush);
  }

  private boolean write(String key, byte[] content, boolean replacing) {
    Path target = path(key);
    Path temporary = null;
    boolean isPublished = false;
    try {
      createDirectories(parent(target));
      temporary = temporary(target);
      write(temporary, content);
      flush.one(temporary);
      isPublished = publish(temporary, target, replacing);
      flush.one(parent(target));
      return isPublished;
    } catch (IOException e) {
      StorageException failure = failure("cannot write", key, e);
      throw isPublished ? failure.afterSending() : failure;
    } finally {
      discard(temporary);
    }
  }

  private static boolean publish(Path temporary, Path target, boolean replacing)
      throws IOException {
    if (replacing) {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
    try {
      Files.createLink(target, temporary);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  private static Path temporary(Path target) {
    return target.resolveSibling(target.getFileName() + UNFINISHED + UUID.randomUUID());
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** Creates what is missing and flushes every directory that gained an entry. */
  private void createDirectories(Path wanted) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path p = wanted; p != null && !Files.exists(p); p = p.getParent()) {
      missing.addFirst(p);
    }
    Files.createDirectories(wanted);
    for (Path made : missing) {
      flush.one(parent(made));
    }
  }

  private static void discard(@Nullable Path temporary) {
    if (temporary == null) {
      return;
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + temporary, e);
    }
  }

  private static StoredObject stored(byte[] content) {
    return new StoredObject(content, Digest.of(content).hex());
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private Path path(String key) {
    return key.isEmpty() ? directory : directory.resolve(key);
  }

  private StorageException failure(String what, String key, IOException e) {
    return StorageException.of(what, path(key).toString(), key, reason(e), e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "a file stands where a directory is needed";
      case NotDirectoryException _ -> "not a directory";
      case DirectoryNotEmptyException _ -> "the directory is not empty";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
