package io.omnigraph.store.lance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.lance.Dataset;
import org.lance.index.DistanceType;
import org.lance.ipc.LanceScanner;
import org.lance.ipc.Query;
import org.lance.ipc.ScanOptions;

/** Asks the vector index of a version; rows that are not in it are compared one by one. */
final class NearestScan {

  private NearestScan() {}

  /** The addresses of the live rows that are probably nearest, in no order. */
  static long[] addresses(Dataset open, NearVectors wanted) throws IOException {
    Query query =
        new Query.Builder()
            .setColumn(wanted.column().name())
            .setKey(wanted.query())
            .setK(wanted.count())
            .setNprobes(wanted.probes())
            .setDistanceType(DistanceType.Cosine)
            .build();
    ScanOptions options =
        new ScanOptions.Builder()
            .columns(List.of("_distance"))
            .withRowId(true)
            .nearest(query)
            .build();
    LanceScanner scanner = open.newScan(options);
    try (Closing _ = new Closing(scanner);
        ArrowReader reader = scanner.scanBatches()) {
      return read(reader, wanted.count());
    }
  }

  private static long[] read(ArrowReader reader, int most) throws IOException {
    long[] found = new long[most];
    int count = 0;
    while (reader.loadNextBatch()) {
      UInt8Vector ids = (UInt8Vector) reader.getVectorSchemaRoot().getVector("_rowid");
      for (int i = 0; i < ids.getValueCount() && count < most; i++) {
        found[count++] = ids.get(i);
      }
    }
    return Arrays.copyOf(found, count);
  }
}
