package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.diff.DiffStats;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.ground.json.Json;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A difference as JSON lines: what is compared, each change, and last how many there were. */
public final class DiffLines {

  private DiffLines() {}

  /** Writes a difference line by line. */
  public static void write(GraphDiff diff, DiffFilter filter, Consumer<String> line) {
    line.accept(json(Header.of(diff)));
    DiffStats stats = diff.each(filter, change -> line.accept(json(change)));
    line.accept(json(new Footer(stats)));
  }

  private static String json(Object value) {
    return Json.compact(Json.tree(value));
  }

  /**
   * What is compared.
   *
   * @param branch that both states are of; absent when they are of different ones
   */
  @JsonInclude
  public record Header(
      String fromCommit,
      String toCommit,
      long fromVersion,
      long toVersion,
      @Nullable String branch) {

    static Header of(GraphDiff diff) {
      Commit from = diff.from();
      Commit to = diff.to();
      String branch = from.branch().equals(to.branch()) ? from.branch() : null;
      return new Header(from.id(), to.id(), from.version(), to.version(), branch);
    }
  }

  /** How many changes there were. */
  public record Footer(DiffStats stats) {}
}
