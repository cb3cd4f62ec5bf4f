package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A name means one thing to whoever reads it. */
class NamesTest {

  private static final String MAIN = "/src/main/java/";

  /** A class of the product and the module that has it. */
  private record Home(String module, String file) {}

  @Test
  void noTwoClassesOfOneNameAreInModulesThatSeeEachOther() {
    Map<String, Set<String>> seen = ModuleTable.seen();
    List<String> twice = new ArrayList<>();
    Map<String, List<Home>> all = homes();
    all.forEach((name, homes) -> {
      for (Home one : homes) {
        for (Home other : homes) {
          boolean isSeen =
              one.module().equals(other.module())
                  ? one.file().compareTo(other.file()) < 0
                  : seen.getOrDefault(one.module(), Set.of()).contains(other.module());
          if (isSeen) {
            twice.add(name + ": " + one.file() + ", " + other.file());
          }
        }
      }
    });

    assertThat(twice).isEmpty();
  }

  @Test
  void classesOfTheProductAreNotNamedLikeTests() {
    assertThat(homes().keySet())
        .hasSizeGreaterThan(700)
        .noneMatch(name -> name.endsWith("Test") || name.endsWith("Tests"));
  }

  /** By simple name. */
  private static Map<String, List<Home>> homes() {
    Map<String, List<Home>> homes = new TreeMap<>();
    for (Path file : Repository.mainSources()) {
      String path = Repository.ROOT.relativize(file).toString().replace('\\', '/');
      String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
      if (!name.equals("package-info") && path.contains(MAIN)) {
        homes
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(new Home(path.substring(0, path.indexOf(MAIN)), path));
      }
    }
    return homes;
  }
}
