package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} names only what there is, and every module that there is. */
class ArchitecturePageTest {

  private static final Pattern CLASS =
      Pattern.compile("`((?:[a-z][a-z0-9]*\\.)+[A-Z]\\w*(?:\\.[A-Z]\\w*)*)`");
  private static final Pattern PACKAGE = Pattern.compile("`((?:api|core|store)\\.[a-z]+)`");
  private static final Pattern SIMPLE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern OURS =
      Pattern.compile("<artifactId>omnigraph-([a-z0-9-]+)</artifactId>");

  private static final String PAGE = Repository.text("docs/architecture.md");

  @Test
  void everyClassOnThePageExists() {
    Set<String> named = found(CLASS, PAGE);
    Set<String> sources = new TreeSet<>();
    Repository.mainSources().forEach(file -> sources.add(qualified(file)));

    assertThat(named).hasSizeGreaterThan(80);
    assertThat(named).allSatisfy(name -> assertThat(exists(name, sources)).as(name).isTrue());
  }

  @Test
  void everyPackageOnThePageExists() {
    Set<String> packages = new TreeSet<>();
    Repository.mainSources().forEach(file -> packages.add(parent(qualified(file))));

    assertThat(found(PACKAGE, PAGE)).isNotEmpty().isSubsetOf(packages);
  }

  @Test
  void everyClassThatIsNamedAloneExists() {
    Set<String> simple = new TreeSet<>();
    Repository.sources().forEach(file -> simple.add(file.getFileName().toString()));

    assertThat(found(SIMPLE, PAGE))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(simple).contains(name + ".java"));
  }

  @Test
  void theTableHasEveryModule() {
    Set<String> modules = found(Pattern.compile("<module>(.*?)</module>"), pom("."));

    assertThat(modules).hasSizeGreaterThan(15);
    assertThat(ModuleTable.rows().keySet()).containsExactlyInAnyOrderElementsOf(modules);
  }

  @Test
  void noModuleIsBuiltOnMoreThanTheTableSays() {
    Map<String, Set<String>> seen = ModuleTable.seen();
    List<String> wrong = new ArrayList<>();
    seen.forEach((module, known) -> {
      if (!module.equals("bench")) {
        dependencies(module).stream()
            .filter(dependency -> !known.contains(dependency))
            .forEach(dependency -> wrong.add(module + " -> " + dependency));
      }
    });

    assertThat(wrong).isEmpty();
  }

  /** The modules that a module is compiled against. */
  private static Set<String> dependencies(String module) {
    Set<String> dependencies = new TreeSet<>();
    DEPENDENCY
        .matcher(pom(module))
        .results()
        .map(dependency -> dependency.group(1))
        .filter(text -> !text.contains("<scope>"))
        .forEach(text -> found(OURS, text).forEach(name -> dependencies.add(directory(name))));
    return dependencies;
  }

  private static String directory(String name) {
    return Files.exists(Repository.ROOT.resolve("engine", name)) ? "engine/" + name : name;
  }

  private static String pom(String module) {
    return Repository.text(module + "/pom.xml");
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  /** A class is there when its file is, or that of the type around it, which then declares it. */
  private static boolean exists(String name, Set<String> sources) {
    return sources.contains(name)
        || (sources.contains(parent(name)) && declares(parent(name), name));
  }

  private static boolean declares(String outer, String name) {
    String inner = name.substring(outer.length() + 1);
    Pattern declaration = Pattern.compile("\\b(class|record|interface|enum) " + inner + "\\b");
    return Repository.mainSources().stream()
        .filter(file -> qualified(file).equals(outer))
        .anyMatch(file -> declaration.matcher(Repository.text(file)).find());
  }

  private static String qualified(Path file) {
    String path = file.toString().replace('\\', '/');
    String below = path.substring(path.indexOf("/io/omnigraph/") + "/io/omnigraph/".length());
    return below.substring(0, below.length() - ".java".length()).replace('/', '.');
  }

  private static String parent(String name) {
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }
}
