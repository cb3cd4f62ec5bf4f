package io.omnigraph.store.lance;

import io.omnigraph.store.lance.WantedIndex.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.vector.types.pojo.Field;
import org.lance.CommitBuilder;
import org.lance.Dataset;
import org.lance.Transaction;
import org.lance.index.DistanceType;
import org.lance.index.Index;
import org.lance.index.IndexOptions;
import org.lance.index.IndexParams;
import org.lance.index.IndexType;
import org.lance.index.scalar.BTreeIndexParams;
import org.lance.index.vector.IvfBuildParams;
import org.lance.index.vector.VectorIndexParams;
import org.lance.index.vector.VectorTrainer;
import org.lance.operation.CreateIndex;

/**
 * Builds the indexes of a detached version: a new version with the same rows that points to them.
 * Rows that are added later are not in an index; Lance looks at them one by one.
 */
final class LanceIndexes {

  private static final int TRAINING_ROUNDS = 10;
  private static final int TRAINING_ROWS_PER_PARTITION = 64;

  private final LanceStore store;
  private final WrittenFiles written;

  LanceIndexes(LanceStore store) {
    this.store = store;
    this.written = new WrittenFiles(store);
  }

  LanceVersion build(LanceVersion base, List<WantedIndex> wanted) {
    try (Dataset open = store.open(base.dataset(), base.version())) {
      List<Integer> fragments =
          base.fragments().stream().map(LanceVersion.LanceFragment::id).toList();
      List<Index> made = new ArrayList<>();
      for (WantedIndex one : wanted) {
        made.add(build(open, one, fragments));
      }
      Set<String> names = new HashSet<>(wanted.stream().map(WantedIndex::name).toList());
      List<Index> replaced =
          open.getIndexes().stream().filter(index -> names.contains(index.name())).toList();
      try (Dataset indexed = commit(open, made, replaced)) {
        made.forEach(index -> note(base.dataset(), index));
        LanceVersion version = LanceStore.describe(base.dataset(), indexed);
        written.flush(base.dataset());
        return version;
      }
    }
  }

  static BuiltIndexes of(LanceVersion version, Dataset open) {
    Map<String, Long> rows = new HashMap<>();
    for (Index index : open.getIndexes()) {
      Set<Integer> covered = new HashSet<>(index.fragments().orElse(List.of()));
      long found =
          version.fragments().stream()
              .filter(fragment -> covered.contains(fragment.id()))
              .mapToLong(LanceVersion.LanceFragment::rows)
              .sum();
      rows.merge(index.name(), found, Long::sum);
    }
    return new BuiltIndexes(
        rows,
        open.getSchema().getFields().stream().map(Field::getName).collect(Collectors.toSet()));
  }

  private static Index build(Dataset open, WantedIndex wanted, List<Integer> fragments) {
    Index index =
        open.createIndex(
            IndexOptions.builder(
                    List.of(wanted.column().name()),
                    wanted.kind() == Kind.SORTED ? IndexType.BTREE : IndexType.IVF_FLAT,
                    parameters(open, wanted))
                .withIndexName(wanted.name())
                .withFragmentIds(fragments)
                .replace(true)
                .build());
    if (wanted.kind() == Kind.SORTED) {
      open.mergeIndexMetadata(index.uuid().toString(), IndexType.BTREE, Optional.empty());
    }
    return index;
  }

  private static IndexParams parameters(Dataset open, WantedIndex wanted) {
    return switch (wanted.kind()) {
      case SORTED ->
          IndexParams.builder().setScalarIndexParams(BTreeIndexParams.builder().build()).build();
      case NEAREST -> {
        IvfBuildParams.Builder partitions =
            new IvfBuildParams.Builder()
                .setNumPartitions(wanted.partitions())
                .setMaxIters(TRAINING_ROUNDS)
                .setSampleRate(TRAINING_ROWS_PER_PARTITION);
        float[] centroids =
            VectorTrainer.trainIvfCentroids(
                open, wanted.column().name(), partitions.build(), DistanceType.Cosine);
        yield IndexParams.builder()
            .setVectorIndexParams(
                new VectorIndexParams.Builder(partitions.setCentroids(centroids).build())
                    .setDistanceType(DistanceType.Cosine)
                    .build())
            .build();
      }
    };
  }

  private Dataset commit(Dataset base, List<Index> made, List<Index> replaced) {
    CreateIndex operation =
        CreateIndex.builder().withNewIndices(made).withRemovedIndices(replaced).build();
    try (Transaction transaction = new Transaction(base.version(), operation)) {
      Dataset indexed =
          new CommitBuilder(base)
              .detached(true)
              .skipAutoCleanup(true)
              .writeParams(store.options())
              .execute(transaction);
      written.add(WrittenFiles.manifest(indexed.version()));
      return indexed;
    }
  }

  private void note(String dataset, Index index) {
    String location = store.locate(dataset);
    if (location.contains("://")) {
      return;
    }
    Path directory = Path.of(location);
    try (Stream<Path> files = Files.walk(directory.resolve("_indices/" + index.uuid()))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> written.add(directory.relativize(file).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the files of an index in " + location, e);
    }
  }
}
