package io.omnigraph.store.lance;

import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.ReadMeter;
import io.omnigraph.ground.storage.DiskFlush;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;
import org.lance.Dataset;
import org.lance.Fragment;
import org.lance.FragmentMetadata;
import org.lance.ReadOptions;
import org.lance.file.LanceFileReader;
import org.lance.fragment.DataFile;
import org.lance.fragment.DeletionFile;
import org.lance.ipc.LanceScanner;
import org.lance.ipc.ScanOptions;
import org.lance.util.Range;

/**
 * The Lance datasets below one root. Everything read is immutable, so callers may keep it for as
 * long as they like. Safe for use by several threads.
 */
public final class LanceStore implements AutoCloseable {

  private static final int READ_BATCH = 16_384;

  private final String root;
  private final Map<String, String> options;
  private final BufferAllocator allocator;
  private final DiskFlush flush;

  /**
   * Directories of datasets that were flushed together with everything that leads to them. The path
   * of a dataset is never used again, so none of them can come back as another one.
   */
  private final Set<Path> entered = ConcurrentHashMap.newKeySet();

  private final LanceCalls calls;

  /**
   * The datasets below a root. Loads Lance's native library.
   *
   * @param root a path, or a URI that Lance knows
   */
  public LanceStore(String root, World world) {
    NativeLibrary.load();
    this.root = root;
    this.options = StorageOptions.of(root, world.environment());
    this.allocator = new RootAllocator();
    this.flush = world.flush();
    this.calls = new LanceCalls(root, flush);
  }

  /** What a version consists of. */
  public LanceVersion version(String dataset, long version) {
    return calls.reading(
        List.of(manifest(dataset, version)),
        () -> {
          try (Dataset open = open(dataset, version)) {
            return describe(dataset, open);
          }
        });
  }

  /** Reads a column of a file; all null where the file is older than the column. */
  public Column read(LanceFragment fragment, ColumnSpec column) {
    return read(fragment, column, fragment.rows(), null);
  }

  /** Reads some rows of a column of a file, ascending, and no others. */
  public Column read(LanceFragment fragment, ColumnSpec column, int[] rows) {
    return rows.length == 0
        ? new ColumnBuilder(column.type(), 0).build()
        : read(fragment, column, rows.length, ranges(rows));
  }

  private Column read(
      LanceFragment fragment, ColumnSpec column, int count, @Nullable List<Range> ranges) {
    return calls.reading(
        List.of(fragment.file()),
        () -> {
          requireWhole(fragment);
          ColumnBuilder builder = new ColumnBuilder(column.type(), count);
          LanceFileReader reader =
              LanceFileReader.open(locate(fragment.file()), options, allocator);
          try (Closing _ = new Closing(reader)) {
            if (has(reader, column)) {
              fill(builder, reader, fragment, column.name(), ranges);
            }
          }
          return builder.build();
        });
  }

  private void requireWhole(LanceFragment fragment) throws IOException {
    if (calls.isHere()) {
      LanceFooter.require(Path.of(root, fragment.file()));
    }
  }

  /**
   * Asks Lance, with its indexes, for the rows of a fragment that a condition holds for, ascending;
   * those that are deleted in the version are not among them.
   *
   * @param sql as {@link ScanFilter} makes it
   * @param columns that it names
   * @return empty when the version is older than one of the columns
   */
  public Optional<int[]> select(
      LanceVersion version, LanceFragment fragment, String sql, List<ColumnSpec> columns) {
    ScanOptions wanted =
        new ScanOptions.Builder()
            .fragmentIds(List.of(fragment.id()))
            .columns(List.of())
            .filter(sql)
            .withRowAddress(true)
            .build();
    return with(
        version,
        open -> {
          Set<String> known =
              open.getSchema().getFields().stream().map(Field::getName).collect(Collectors.toSet());
          if (!columns.stream().allMatch(column -> known.contains(column.name()))) {
            return Optional.empty();
          }
          BitSet found = new BitSet();
          eachAddress(open, wanted, found::set);
          long addresses = (long) Long.BYTES * found.cardinality();
          columns.forEach(
              c -> ReadMeter.note(fragment.file(), c.name(), fragment.rows(), addresses));
          return Optional.of(found.stream().toArray());
        });
  }

  /** The positions of the deleted rows of a fragment. */
  public BitSet deletions(LanceVersion version, LanceFragment fragment) {
    BitSet dead = new BitSet(fragment.rows());
    if (fragment.deletedRows() == 0) {
      return dead;
    }
    dead.set(0, fragment.rows());
    ScanOptions live =
        new ScanOptions.Builder()
            .fragmentIds(List.of(fragment.id()))
            .columns(List.of())
            .withRowAddress(true)
            .build();
    return with(
        version,
        open -> {
          eachAddress(open, live, dead::clear);
          return dead;
        });
  }

  /**
   * Writes a new version with the empty version 1 of a new dataset as its start. Every file is
   * flushed.
   *
   * @param dataset a directory where nothing is yet
   */
  public LanceVersion create(String dataset, Addition rows) {
    return calls.writing(dataset, () -> new LanceWriter(this).create(dataset, rows));
  }

  /** Writes a new version on top of another one. Every file is flushed. */
  public LanceVersion change(LanceVersion base, LanceChange change) {
    return calls.writing(base.dataset(), () -> new LanceWriter(this).change(base, change));
  }

  /** Begins to write rows to data files that no version has yet. Loads nothing of the dataset. */
  public FragmentSink sink(String dataset, List<ColumnSpec> columns) {
    return new FragmentSink(this, dataset, columns);
  }

  /**
   * Builds indexes over all rows of a version and writes a new version with the same rows that has
   * them, besides those that it had already. Every file is flushed.
   */
  public LanceVersion index(LanceVersion base, List<WantedIndex> wanted) {
    return calls.writing(base.dataset(), () -> new LanceIndexes(this).build(base, wanted));
  }

  /** The indexes of a version. */
  public BuiltIndexes indexes(LanceVersion version) {
    return with(version, open -> LanceIndexes.of(version, open));
  }

  /**
   * The addresses of the live rows that are probably nearest by a vector index of the version, in
   * no order: the fragment's id in the upper half, the position in it in the lower.
   */
  public long[] nearest(LanceVersion version, NearVectors wanted) {
    return with(version, open -> NearestScan.addresses(open, wanted));
  }

  /** The number of live rows with a value in a column, which the version has. */
  public long countValues(LanceVersion version, ColumnSpec column) {
    return with(version, open -> open.countRows(column.name() + " IS NOT NULL"));
  }

  /** The file that says what a version consists of, relative to the root. */
  public static String manifest(String dataset, long version) {
    return dataset + "/" + WrittenFiles.manifest(version);
  }

  /** What a version needs to be read. */
  public VersionFiles files(String dataset, long version) {
    SortedMap<String, Long> files = new TreeMap<>();
    files.put(manifest(dataset, version), -1L);
    return calls.reading(List.copyOf(files.keySet()), () -> files(dataset, version, files));
  }

  private VersionFiles files(String dataset, long version, SortedMap<String, Long> files) {
    SortedSet<String> directories = new TreeSet<>();
    try (Dataset open = open(dataset, version)) {
      for (Fragment fragment : open.getFragments()) {
        FragmentMetadata metadata = fragment.metadata();
        for (DataFile file : metadata.getFiles()) {
          Long size = file.getFileSizeBytes();
          files.put(dataset + "/data/" + file.getPath(), size == null ? -1 : size);
        }
        DeletionFile deletions = metadata.getDeletionFile();
        if (deletions != null) {
          files.put(dataset + "/" + DeletionFiles.name(metadata.getId(), deletions), -1L);
        }
      }
      open.getIndexes()
          .forEach(index -> directories.add(dataset + "/_indices/" + index.uuid() + "/"));
    }
    return new VersionFiles(files, directories);
  }

  /** Writes a file that no version has. It is flushed. */
  public LanceFragment writeFile(String dataset, Rows rows) {
    return calls.writing(dataset, () -> new LanceWriter(this).writeFile(dataset, rows));
  }

  @Override
  public void close() {
    allocator.close();
  }

  /** Where something lies, by its place relative to the root. */
  public String locate(String key) {
    return root + "/" + key;
  }

  /** How files come to the disk. */
  DiskFlush flush() {
    return flush;
  }

  /** Directories that need not be flushed with what leads to them. */
  Set<Path> entered() {
    return entered;
  }

  LanceCalls calls() {
    return calls;
  }

  BufferAllocator allocator() {
    return allocator;
  }

  Map<String, String> options() {
    return options;
  }

  Dataset open(String dataset, long version) {
    return Dataset.open()
        .allocator(allocator)
        .uri(locate(dataset))
        .readOptions(
            new ReadOptions.Builder().setVersion(version).setStorageOptions(options).build())
        .build();
  }

  static LanceVersion describe(String dataset, Dataset open) {
    List<LanceFragment> fragments =
        open.getFragments().stream().map(f -> describe(dataset, f)).toList();
    return new LanceVersion(dataset, open.version(), fragments);
  }

  private static LanceFragment describe(String dataset, Fragment fragment) {
    return describe(dataset, fragment.metadata());
  }

  static LanceFragment describe(String dataset, FragmentMetadata metadata) {
    DeletionFile deletions = metadata.getDeletionFile();
    return new LanceFragment(
        metadata.getId(),
        dataset + "/data/" + metadata.getFiles().getFirst().getPath(),
        Math.toIntExact(metadata.getPhysicalRows()),
        Math.toIntExact(metadata.getNumDeletions()),
        deletions == null ? "" : dataset + "/" + DeletionFiles.name(metadata.getId(), deletions));
  }

  /** Asks a version that is opened for the question, and needs all its files. */
  private <T> T with(LanceVersion version, Question<T> question) {
    List<String> files =
        Stream.concat(
                Stream.of(manifest(version.dataset(), version.version())),
                version.fragments().stream().map(LanceFragment::file))
            .toList();
    return calls.reading(
        files,
        () -> {
          try (Dataset open = open(version.dataset(), version.version())) {
            return question.ask(open);
          }
        });
  }

  /** Something to ask a version. */
  private interface Question<T> {

    T ask(Dataset open) throws IOException;
  }

  /** Passes on the position in its fragment of each row that a scan finds. */
  private static void eachAddress(Dataset open, ScanOptions wanted, IntConsumer action)
      throws IOException {
    LanceScanner scanner = open.newScan(wanted);
    try (Closing _ = new Closing(scanner);
        ArrowReader reader = scanner.scanBatches()) {
      while (reader.loadNextBatch()) {
        UInt8Vector addresses = (UInt8Vector) reader.getVectorSchemaRoot().getVector("_rowaddr");
        for (int i = 0; i < addresses.getValueCount(); i++) {
          // A row address is the fragment's id in the upper half and the position in the lower.
          action.accept((int) addresses.get(i));
        }
      }
    }
  }

  private static boolean has(LanceFileReader reader, ColumnSpec column) {
    return reader.schema().getFields().stream().anyMatch(f -> f.getName().equals(column.name()));
  }

  /** Rows that follow each other as one range. */
  private static List<Range> ranges(int[] rows) {
    List<Range> ranges = new ArrayList<>();
    for (int from = 0; from < rows.length; ) {
      int to = from + 1;
      while (to < rows.length && rows[to] == rows[to - 1] + 1) {
        to++;
      }
      ranges.add(Range.of(rows[from], rows[to - 1] + 1));
      from = to;
    }
    return ranges;
  }

  private static void fill(
      ColumnBuilder builder,
      LanceFileReader reader,
      LanceFragment fragment,
      String name,
      @Nullable List<Range> ranges)
      throws IOException {
    long bytes = 0;
    int row = 0;
    try (ArrowReader batches = reader.readAll(List.of(name), ranges, READ_BATCH)) {
      while (batches.loadNextBatch()) {
        FieldVector vector = batches.getVectorSchemaRoot().getVector(0);
        ArrowDecoder.copy(vector, builder, row);
        row += vector.getValueCount();
        bytes += vector.getBufferSize();
      }
    }
    ReadMeter.note(fragment.file(), name, row, bytes);
  }
}
