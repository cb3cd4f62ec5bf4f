package io.omnigraph.store.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.storage.StoredObject;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.canonical.CanonicalForm;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;

/**
 * What a schema was compiled to when it was accepted: {@code schemas/<digest>.json}, written once.
 *
 * @param hash of the canonical form
 * @param form the canonical form, which names its version
 */
record CompiledSchema(String hash, JsonNode form) {

  /** The compiled form of a schema. */
  static CompiledSchema of(Schema schema) {
    CanonicalForm form = CanonicalForm.of(schema);
    return new CompiledSchema(form.hash(), form.json());
  }

  /**
   * Reads what was written.
   *
   * @param place for messages
   * @throws DamagedGraphException when it cannot be read
   */
  static CompiledSchema read(String place, StoredObject stored) {
    try {
      return Json.mapper().readValue(stored.content(), CompiledSchema.class);
    } catch (IOException e) {
      throw new DamagedGraphException("cannot read `" + place + "`", e);
    }
  }

  /** Whether a source compiles to the same schema. */
  boolean isMeantBy(String source) {
    return SchemaCompiler.compile(new SourceText("schema.pg", source))
        .schema()
        .filter(schema -> CanonicalForm.of(schema).hash().equals(hash))
        .isPresent();
  }
}
