package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas that a graph has or had, compiled once each. Safe for use by several threads. */
public final class Schemas {

  private final GraphStore store;
  private final ConcurrentHashMap<Digest, Schema> compiled = new ConcurrentHashMap<>();

  /** The schemas of a graph. */
  public Schemas(GraphStore store) {
    this.store = store;
  }

  /**
   * A schema by the digest of its source.
   *
   * @throws DamagedGraphException when it is not there, was changed, or does not compile
   */
  public Schema of(Digest digest) {
    return compiled.computeIfAbsent(digest, this::compile);
  }

  private Schema compile(Digest digest) {
    SchemaCompiler.Result result =
        SchemaCompiler.compile(
            new SourceText(
                store.storage().locate(GraphStore.schemaKey(digest)), store.schema(digest)));
    return result
        .schema()
        .orElseThrow(() ->
            new DamagedGraphException(
                "the accepted schema "
                    + digest
                    + " does not compile: "
                    + result.problems().getFirst().message()));
  }
}
