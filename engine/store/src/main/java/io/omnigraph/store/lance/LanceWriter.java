package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.store.lance.LanceVersion.LanceFragment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.lance.CommitBuilder;
import org.lance.Dataset;
import org.lance.Fragment;
import org.lance.FragmentMetadata;
import org.lance.Transaction;
import org.lance.WriteParams;
import org.lance.fragment.DataFile;
import org.lance.operation.Append;
import org.lance.operation.Merge;
import org.lance.operation.Operation;
import org.lance.operation.Update;
import org.lance.schema.LanceField;

/** Writes detached versions of datasets, one change at a time. */
final class LanceWriter {

  private static final int ROWS_PER_FILE = 1 << 20;

  private final LanceStore store;
  private final WrittenFiles written;

  LanceWriter(LanceStore store) {
    this.store = store;
    this.written = new WrittenFiles(store);
  }

  LanceVersion create(String dataset, Addition rows) {
    try (Dataset empty =
        Dataset.write()
            .allocator(store.allocator())
            .uri(store.locate(dataset))
            .schema(ArrowForms.schema(specs(rows)))
            .mode(WriteParams.WriteMode.CREATE)
            .storageOptions(store.options())
            .execute()) {
      try (Dataset full = append(empty, dataset, rows)) {
        return finish(dataset, full);
      }
    }
  }

  LanceVersion change(LanceVersion base, LanceChange change) {
    try (Dataset old = store.open(base.dataset(), base.version());
        Dataset wide = widened(old, base.dataset(), change.added());
        Dataset result = apply(wide, base.dataset(), change)) {
      return finish(base.dataset(), result);
    }
  }

  LanceFragment writeFile(String dataset, Rows rows) {
    List<FragmentMetadata> made = write(dataset, rows);
    if (made.size() != 1) {
      throw new IllegalArgumentException("%d rows are too many for a file".formatted(rows.count()));
    }
    FragmentMetadata fragment = made.getFirst();
    written.add("data/" + fragment.getFiles().getFirst().getPath());
    written.flush(dataset);
    return LanceStore.describe(dataset, fragment);
  }

  private LanceVersion finish(String dataset, Dataset result) {
    LanceVersion version = LanceStore.describe(dataset, result);
    written.flush(dataset);
    return version;
  }

  private Dataset append(Dataset base, String dataset, Addition rows) {
    if (rows.count() == 0) {
      throw new IllegalArgumentException("a version needs rows");
    }
    Dataset appended =
        commit(base, Append.builder().fragments(fragments(base, dataset, rows)).build());
    return rows instanceof StagedFragments staged && !staged.dead().isEmpty()
        ? withoutDead(appended, staged)
        : appended;
  }

  /** The dataset without the rows that died before they were ever in a version. */
  private Dataset withoutDead(Dataset appended, StagedFragments staged) {
    try (appended) {
      List<Fragment> all = appended.getFragments();
      List<Fragment> added = all.subList(all.size() - staged.fragments().size(), all.size());
      SortedMap<Integer, BitSet> deleted = new TreeMap<>();
      int start = 0;
      for (Fragment fragment : added) {
        int end = start + Math.toIntExact(fragment.metadata().getPhysicalRows());
        BitSet positions = staged.dead().get(start, end);
        if (!positions.isEmpty()) {
          deleted.put(fragment.getId(), positions);
        }
        start = end;
      }
      return delete(appended, deleted, List.of());
    }
  }

  /** The dataset with all columns of the new rows; metadata only. */
  private Dataset widened(Dataset base, String dataset, Optional<Addition> added) {
    List<Field> fields = new ArrayList<>(base.getSchema().getFields());
    List<String> known = fields.stream().map(Field::getName).toList();
    List<ColumnSpec> missing =
        added.stream()
            .flatMap(rows -> specs(rows).stream())
            .filter(spec -> !known.contains(spec.name()))
            .toList();
    if (missing.isEmpty()) {
      return store.open(dataset, base.version());
    }
    missing.forEach(spec -> fields.add(ArrowForms.field(spec.name(), spec.type())));
    return commit(
        base,
        Merge.builder()
            .fragments(base.getFragments().stream().map(Fragment::metadata).toList())
            .schema(new Schema(fields))
            .build());
  }

  private Dataset apply(Dataset base, String dataset, LanceChange change) {
    if (change.deleted().isEmpty() && change.added().isPresent()) {
      return append(base, dataset, change.added().get());
    }
    if (change.added().orElse(null) instanceof StagedFragments staged && !staged.dead().isEmpty()) {
      try (Dataset less = delete(base, change.deleted(), List.of())) {
        return append(less, dataset, staged);
      }
    }
    return delete(
        base,
        change.deleted(),
        change.added().map(rows -> fragments(base, dataset, rows)).orElse(List.of()));
  }

  private Dataset delete(
      Dataset base, SortedMap<Integer, BitSet> deleted, List<FragmentMetadata> added) {
    List<Long> removed = new ArrayList<>();
    List<FragmentMetadata> updated = new ArrayList<>();
    deleted.forEach((id, positions) -> {
      FragmentMetadata left = delete(base, id, positions);
      if (left == null) {
        removed.add((long) id);
      } else {
        updated.add(left);
        written.add(DeletionFiles.name(id, left.getDeletionFile()));
      }
    });
    return commit(
        base,
        Update.builder()
            .removedFragmentIds(removed)
            .updatedFragments(updated)
            .newFragments(added)
            .updateMode(Optional.of(Update.UpdateMode.RewriteRows))
            .build());
  }

  private static @org.jspecify.annotations.Nullable FragmentMetadata delete(
      Dataset base, int id, BitSet positions) {
    return base.getFragment(id).deleteRows(positions.stream().boxed().toList());
  }

  private Dataset commit(Dataset base, Operation operation) {
    try (Transaction transaction = new Transaction(base.version(), operation)) {
      Dataset result =
          new CommitBuilder(base)
              .detached(true)
              .skipAutoCleanup(true)
              .writeParams(store.options())
              .execute(transaction);
      written.add(WrittenFiles.manifest(result.version()));
      return result;
    }
  }

  private List<FragmentMetadata> fragments(Dataset base, String dataset, Addition added) {
    List<FragmentMetadata> fragments =
        switch (added) {
          case Rows rows -> write(dataset, rows);
          case StagedFragments staged -> staged.fragments();
        };
    List<LanceField> fields = base.getLanceSchema().fields();
    int[] ids =
        specs(added).stream()
            .flatMap(spec -> fields.stream().filter(f -> f.getName().equals(spec.name())))
            .flatMap(LanceWriter::withChildren)
            .mapToInt(LanceField::getId)
            .toArray();
    return fragments.stream().map(f -> renumbered(f, ids)).toList();
  }

  private static List<ColumnSpec> specs(Addition added) {
    return switch (added) {
      case Rows rows -> rows.specs();
      case StagedFragments staged -> staged.specs();
    };
  }

  private List<FragmentMetadata> write(String dataset, Rows rows) {
    try (RowBatches batches = new RowBatches(store.allocator(), rows);
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(store.allocator())) {
      Data.exportArrayStream(store.allocator(), batches, stream);
      return Fragment.write()
          .datasetUri(store.locate(dataset))
          .data(stream)
          .maxRowsPerFile(ROWS_PER_FILE)
          .mode(WriteParams.WriteMode.CREATE)
          .storageOptions(store.options())
          .execute();
    } catch (IOException e) {
      throw store.calls().unwritten(dataset, e);
    }
  }

  private static Stream<LanceField> withChildren(LanceField field) {
    return Stream.concat(
        Stream.of(field), field.getChildren().stream().flatMap(LanceWriter::withChildren));
  }

  /**
   * Fields are numbered from 0 in the order of the rows' columns; the dataset has other numbers.
   */
  private FragmentMetadata renumbered(FragmentMetadata fragment, int[] ids) {
    List<DataFile> files = fragment.getFiles().stream().map(file -> renumbered(file, ids)).toList();
    return new FragmentMetadata(
        fragment.getId(),
        files,
        fragment.getPhysicalRows(),
        fragment.getDeletionFile(),
        fragment.getRowIdMeta());
  }

  private DataFile renumbered(DataFile file, int[] ids) {
    written.add("data/" + file.getPath());
    int[] own = file.getFields();
    int[] fields = new int[own.length];
    for (int i = 0; i < own.length; i++) {
      fields[i] = ids[own[i]];
    }
    return new DataFile(
        file.getPath(),
        fields,
        file.getColumnIndices(),
        file.getFileMajorVersion(),
        file.getFileMinorVersion(),
        file.getFileSizeBytes(),
        file.getBaseId().orElse(null));
  }
}
