package io.omnigraph.ground.storage;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a walk over a tree of files removes. */
final class TreeRemoval {

  private TreeRemoval() {}

  /** Removes all files and directories. */
  static FileVisitor<Path> ofEverything() {
    return new Everything();
  }

  /** Removes directories that have nothing in them, also once what was in them is gone. */
  static FileVisitor<Path> ofEmptyDirectories() {
    return new EmptyDirectories();
  }

  private static final class EmptyDirectories extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        Files.delete(directory);
      } catch (DirectoryNotEmptyException _) {
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Everything extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
