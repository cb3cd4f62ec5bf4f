package io.omnigraph.plugin.graph.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FencedOperation.Preparation;
import io.omnigraph.api.kind.FencedOperation.Result;
import io.omnigraph.api.kind.Survivor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A creation dies before, in and after each of its writes, down to the last file; looking at what
 * it left changes nothing, and settling it makes room for the graph and for nothing else.
 */
final class InterruptedCreationTest {

  private static final Address HARBOR = new Address("graph", "harbor");
  private static final Change CREATE = new Change.Create(Declared.composite(HARBOR));
  private static final String SOURCE = "node Vessel {\n  imo: String @key\n}\n";

  @TempDir Path directory;

  private final GraphCreation creation = new GraphCreation();
  private FakeCluster cluster;
  private Path root;
  private ObjectNode intent;

  @BeforeEach
  void declare() {
    cluster = new FakeCluster(directory).declaring("harbor", SOURCE);
    root = directory.resolve("graphs/harbor.omni");
    intent = creation.prepare(CREATE, cluster) instanceof Preparation.Ready(var it) ? it : fail();
  }

  /** What stands at the root: content by name; names that end in a slash are directories. */
  private record State(String name, SortedMap<String, String> files) {}

  @Test
  void eachIsRedoneAndALookAtItLeavesItAsItIs() {
    List<State> states = states();

    for (State state : states) {
      lay(state);

      Survivor seen = creation.classify(intent, cluster);

      assertThat(files()).as(state.name()).isEqualTo(state.files());
      Survivor.Settled expected =
          seen instanceof Survivor.Unfinished(var it) ? it : fail(state.name() + ": " + seen);
      assertThat(creation.settle(intent, cluster)).as(state.name()).isEqualTo(expected);
      assertThat(expected).as(state.name()).isInstanceOf(Survivor.Retire.class);
      assertThat(root).as(state.name()).doesNotExist();
      assertThat(creation.execute(CREATE, intent, cluster))
          .as(state.name())
          .isInstanceOf(Result.Done.class);
    }
    assertThat(states).hasSizeGreaterThan(20);
  }

  @Test
  void withAnythingForeignAmongItAPersonIsAskedAndNothingGoes() {
    for (State state : states()) {
      for (String foreign :
          List.of("junk", "notes.txt.tmp.1", "schemas/mine.pg", "data/t1/a.lance")) {
        lay(state);
        write(foreign, "foreign");
        SortedMap<String, String> before = files();

        Survivor seen = creation.classify(intent, cluster);

        String what = state.name() + " and " + foreign;
        assertThat(seen).as(what).isInstanceOf(Survivor.Pending.class);
        assertThat(creation.settle(intent, cluster)).as(what).isEqualTo(seen);
        assertThat(files()).as(what).isEqualTo(before);
      }
    }
  }

  /** Every state on the way: the files that a creation writes, in the order of their writing. */
  private List<State> states() {
    clear();
    List<State> states = new ArrayList<>();
    SortedMap<String, String> written = new TreeMap<>();
    states.add(new State("an empty root", written));
    SortedMap<String, String> whole = whole();
    for (String file : inOrder(whole)) {
      String temporary = file + ".tmp.0e8e";
      String content = Objects.requireNonNull(whole.get(file));
      states.add(with(written, "half of " + file, temporary, content.substring(0, 9)));
      states.add(with(written, "nothing of " + file, temporary, ""));
      states.add(with(written, "all of " + file, temporary, content));
      if (!file.startsWith("refs/")) {
        written = with(written, "", file, content).files();
        states.add(with(written, "linked " + file, temporary, content));
        states.add(new State("after " + file, written));
      }
    }
    return states;
  }

  private static State with(
      SortedMap<String, String> files, String name, String file, String content) {
    SortedMap<String, String> more = new TreeMap<>(files);
    more.put(file, content);
    return new State(name, more);
  }

  private SortedMap<String, String> whole() {
    clear();
    creation.execute(CREATE, intent, cluster);
    SortedMap<String, String> all = files();
    clear();
    return all;
  }

  private static List<String> inOrder(SortedMap<String, String> whole) {
    List<String> order = new ArrayList<>();
    List<String> last = List.of("graph.json", "schemas/", "commits/", "refs/");
    List<String> names = List.copyOf(whole.keySet());
    last.forEach(prefix -> names.stream().filter(it -> it.startsWith(prefix)).forEach(order::add));
    assertThat(order).containsExactlyInAnyOrderElementsOf(names);
    return order;
  }

  private void lay(State state) {
    clear();
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    state.files().forEach(this::write);
  }

  private void write(String name, String content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, String> files() {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(path).toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void clear() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
