package io.omnigraph.store.lance;

import org.lance.fragment.DeletionFile;
import org.lance.fragment.DeletionFileType;

/** The names that Lance gives to files with deleted positions (Lance table format, deletions). */
final class DeletionFiles {

  private DeletionFiles() {}

  static String name(int fragment, DeletionFile file) {
    String suffix = file.getFileType() == DeletionFileType.BITMAP ? "bin" : "arrow";
    return "_deletions/%d-%s-%s.%s"
        .formatted(
            fragment,
            Long.toUnsignedString(file.getReadVersion()),
            Long.toUnsignedString(file.getId()),
            suffix);
  }
}
