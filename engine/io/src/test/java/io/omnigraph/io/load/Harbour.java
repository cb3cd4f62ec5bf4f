package io.omnigraph.io.load;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;

/** The schema that tests of graphs share. */
public final class Harbour {

  /** Its source. */
  public static final String SOURCE =
      """
      node Vessel {
        imo: String @key
        name: String @index
        tonnage: F64?
        flags: [String]?
        built: Date?
        seen: DateTime?
        status: enum(active, laid_up)?
        @range(tonnage, 0.0..500000.0)
      }
      node Port { code: String @key  name: String }
      node Berth { dock: String  number: I32  @unique(dock, number) }
      node Tide { day: Date @key  height: F64? }
      node Remark { text: String }
      edge Calls: Vessel -> Port { eta: DateTime? }
      edge HomePort: Vessel -> Port @card(0..1)
      """;

  private Harbour() {}

  /** The checked schema. */
  public static Schema schema() {
    SchemaCompiler.Result result = SchemaCompiler.compile(new SourceText("harbour.pg", SOURCE));
    return result.schema().orElseThrow(() -> new AssertionError(result.problems().toString()));
  }
}
