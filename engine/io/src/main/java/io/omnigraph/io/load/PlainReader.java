package io.omnigraph.io.load;

import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain records straight from their bytes into columns. A record is plain when it is sound,
 * stands on one line, names its type before its data, and has no escapes in its texts. Every other
 * record is declined without saying why, and is then read by {@link RowReader}, which is the
 * measure of what records mean. Used by one thread.
 */
final class PlainReader {

  private final Function<String, @Nullable LoadTable> nodes;
  private final Function<String, @Nullable LoadTable> edges;
  private final Map<String, PlainColumns> columns = new HashMap<>();
  private final PlainJson json = new PlainJson();
  private final Slice id = new Slice();
  private final PlainKey key = new PlainKey();
  private final Slice from = new Slice();
  private final Slice to = new Slice();
  private final Set<String> others = new HashSet<>();
  private @Nullable LoadTable table;
  private @Nullable PlainColumns last;
  private boolean hasData;
  private long ignored;

  /**
   * A reader.
   *
   * @param nodes the table of a type by its name; null when there is none
   * @param edges the same for edges
   */
  PlainReader(
      Function<String, @Nullable LoadTable> nodes, Function<String, @Nullable LoadTable> edges) {
    this.nodes = nodes;
    this.edges = edges;
  }

  /** How many members of the records that were read mean nothing. */
  long ignored() {
    return ignored;
  }

  /** The id that the last record named, its key included. */
  Slice id() {
    return id;
  }

  /** The start of the edge that was read. */
  Slice from() {
    return from;
  }

  /** The end of the edge that was read. */
  Slice to() {
    return to;
  }

  /** The table of the last record, whose values are those of its row that is being read. */
  @Nullable LoadTable table() {
    return table;
  }

  /**
   * Reads a record.
   *
   * @return where it ends; -1 when it is declined, and then there are no values of it anywhere
   */
  int read(byte[] bytes, int start, int limit) {
    table = null;
    hasData = false;
    id.clear();
    from.clear();
    to.clear();
    others.clear();
    json.begin(bytes, start, limit);
    boolean isRead = json.take('{') && members() && isWhole();
    LoadTable known = table;
    if (!isRead && known != null) {
      known.discardRow();
    }
    ignored += isRead ? others.size() : 0;
    return isRead ? json.at() : -1;
  }

  private boolean members() {
    do {
      if (!json.text()) {
        return false;
      }
      boolean isSound =
          switch (json.tokenLength()) {
            case 2 -> json.is(Names.TO) ? end(to) : other();
            case 4 ->
                json.is(Names.TYPE)
                    ? type(Kind.NODE)
                    : json.is(Names.EDGE)
                        ? type(Kind.EDGE)
                        : json.is(Names.DATA) ? data() : json.is(Names.FROM) ? end(from) : other();
            default -> other();
          };
      if (!isSound) {
        return false;
      }
    } while (json.take(','));
    return json.take('}');
  }

  private boolean type(Kind kind) {
    if (table != null || !json.take(':') || !json.text()) {
      return false;
    }
    PlainColumns recent = last;
    if (recent != null && recent.isOf(kind, json)) {
      table = recent.table();
      return true;
    }
    LoadTable found = (kind == Kind.NODE ? nodes : edges).apply(json.token());
    table = found;
    if (found != null) {
      last =
          columns.computeIfAbsent(
              found.type().tableKey() + " " + json.token(),
              _ -> new PlainColumns(found, json.token()));
    }
    return found != null;
  }

  private boolean end(Slice end) {
    if (end.isPresent() || !json.take(':') || !json.text()) {
      return false;
    }
    end.set(json.bytes(), json.tokenStart(), json.tokenLength());
    return true;
  }

  private boolean data() {
    PlainColumns known = last;
    if (hasData || table == null || known == null || !json.take(':') || !json.take('{')) {
      return false;
    }
    hasData = true;
    if (json.take('}')) {
      return true;
    }
    known.begin();
    do {
      if (!json.text()) {
        return false;
      }
      int property = known.property(json);
      boolean isSound =
          property >= 0
              ? json.take(':') && known.read(property, json)
              : json.is(Names.ID) ? explicitId() : other();
      if (!isSound) {
        return false;
      }
    } while (json.take(','));
    return json.take('}');
  }

  private boolean explicitId() {
    if (!json.take(':') || id.isPresent() || !json.text()) {
      return false;
    }
    id.set(json.bytes(), json.tokenStart(), json.tokenLength());
    return true;
  }

  /** A member that means nothing. */
  private boolean other() {
    String name = hasData && table != null ? "data " + json.token() : json.token();
    return others.add(name) && json.take(':') && json.scalar();
  }

  private boolean isWhole() {
    LoadTable known = table;
    PlainColumns read = last;
    if (known == null || read == null) {
      return false;
    }
    boolean isEdge = known.type() instanceof EdgeType;
    return (!isEdge || (from.isPresent() && to.isPresent()))
        && read.hasAllRequired()
        && (known.keys().isEmpty() || isIdTheKey(known))
        && keepsRules(known);
  }

  /** Makes the id the key; a record may name it too, but no other one. */
  private boolean isIdTheKey(LoadTable known) {
    if (!key.build(known, from, to)) {
      return false;
    }
    boolean isSame = !id.isPresent() || id.isSame(key.text());
    id.set(key.text().bytes(), key.text().start(), key.text().length());
    return isSame;
  }

  private static boolean keepsRules(LoadTable known) {
    if (!known.hasValueConstraints()) {
      return true;
    }
    try {
      known
          .rules()
          .checkConstraints(property -> {
            Cells cells = known.cells(property);
            int row = known.row();
            return cells.size() > row && cells.isPresent(row) ? cells.value(row) : null;
          });
      return true;
    } catch (WriteRejected _) {
      return false;
    }
  }

  /** The members of records that mean something. */
  private static final class Names {

    static final byte[] TYPE = {'t', 'y', 'p', 'e'};
    static final byte[] EDGE = {'e', 'd', 'g', 'e'};
    static final byte[] FROM = {'f', 'r', 'o', 'm'};
    static final byte[] TO = {'t', 'o'};
    static final byte[] DATA = {'d', 'a', 't', 'a'};
    static final byte[] ID = {'i', 'd'};

    private Names() {}
  }

  /** What a record describes. */
  enum Kind {
    NODE,
    EDGE
  }
}
