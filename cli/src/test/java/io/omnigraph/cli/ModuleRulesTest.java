package io.omnigraph.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may know what (docs/architecture.md). */
@AnalyzeClasses(packages = "io.omnigraph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleRulesTest {

  private static final String OURS = "io.omnigraph..";
  private static final String GROUND = "io.omnigraph.ground..";
  private static final String VALUES = "io.omnigraph.values..";
  private static final String SCHEMA = "io.omnigraph.schema..";
  private static final String GRAPH = "io.omnigraph.graph..";
  private static final String STORE = "io.omnigraph.store..";
  private static final String IO = "io.omnigraph.io..";
  private static final String QUERY = "io.omnigraph.query..";
  private static final String EXECUTE = "io.omnigraph.execute..";
  private static final String API = "io.omnigraph.api..";
  private static final String CORE = "io.omnigraph.core..";
  private static final String PLUGINS = "io.omnigraph.plugins..";
  private static final String PLUGIN_SCHEMA = "io.omnigraph.plugin.schema..";
  private static final String PLUGIN_GRAPH = "io.omnigraph.plugin.graph..";
  private static final String PLUGIN_QUERY = "io.omnigraph.plugin.query..";
  private static final String PLUGIN_POLICY = "io.omnigraph.plugin.policy..";
  private static final String PLUGIN_S3 = "io.omnigraph.plugin.s3..";
  private static final String EMBEDDED = "io.omnigraph";
  private static final String CLI = "io.omnigraph.cli..";
  private static final String SERVER = "io.omnigraph.server..";

  private static final List<String> LIBRARIES =
      List.of(
          "com.cedarpolicy",
          "com.github.f4b6a3.ulid",
          "io.undertow",
          "org.apache.arrow",
          "org.lance",
          "picocli",
          "software.amazon");

  @ArchTest static final ArchRule GROUND_KNOWS_NOBODY = mayKnow(GROUND);

  @ArchTest static final ArchRule VALUES_STAND_ON_THE_GROUND = mayKnow(VALUES, GROUND);

  @ArchTest static final ArchRule SCHEMAS_KNOW_VALUES = mayKnow(SCHEMA, GROUND, VALUES);

  @ArchTest static final ArchRule GRAPHS_KNOW_SCHEMAS = mayKnow(GRAPH, GROUND, VALUES, SCHEMA);

  @ArchTest
  static final ArchRule STORAGE_KNOWS_THE_FACE_OF_GRAPHS =
      mayKnow(STORE, GROUND, VALUES, SCHEMA, GRAPH);

  @ArchTest
  static final ArchRule LOAD_AND_EXPORT_KNOW_THE_FACE_OF_GRAPHS =
      mayKnow(IO, GROUND, VALUES, SCHEMA, GRAPH);

  @ArchTest
  static final ArchRule THE_QUERY_LANGUAGE_KNOWS_THE_FACE_OF_GRAPHS =
      mayKnow(QUERY, GROUND, VALUES, SCHEMA, GRAPH);

  @ArchTest
  static final ArchRule EXECUTION_KNOWS_THE_QUERY_LANGUAGE =
      mayKnow(EXECUTE, GROUND, VALUES, SCHEMA, GRAPH, QUERY);

  @ArchTest
  static final ArchRule EMBEDDING_KNOWS_THE_ENGINE_BUT_FOR_ITS_STORAGE =
      mayKnow(EMBEDDED, GROUND, VALUES, SCHEMA, GRAPH, IO, QUERY, EXECUTE);

  @ArchTest static final ArchRule THE_API_STANDS_ON_THE_GROUND = mayKnow(API, GROUND);

  @ArchTest static final ArchRule CORE_KNOWS_THE_API_ONLY = mayKnow(CORE, GROUND, API);

  @ArchTest static final ArchRule DISCOVERY_KNOWS_THE_API_ONLY = mayKnow(PLUGINS, GROUND, API);

  @ArchTest
  static final ArchRule THE_SCHEMA_PLUGIN_KNOWS_ITS_ENGINE =
      mayKnow(PLUGIN_SCHEMA, GROUND, VALUES, SCHEMA, GRAPH, API);

  @ArchTest
  static final ArchRule THE_GRAPH_PLUGIN_KNOWS_ITS_ENGINE =
      mayKnow(PLUGIN_GRAPH, GROUND, VALUES, SCHEMA, GRAPH, IO, API, PLUGIN_SCHEMA);

  @ArchTest
  static final ArchRule THE_QUERY_PLUGIN_KNOWS_ITS_ENGINE =
      mayKnow(
          PLUGIN_QUERY,
          GROUND,
          VALUES,
          SCHEMA,
          GRAPH,
          QUERY,
          EXECUTE,
          API,
          PLUGIN_SCHEMA,
          PLUGIN_GRAPH);

  @ArchTest static final ArchRule POLICIES_KNOW_THE_API_ONLY = mayKnow(PLUGIN_POLICY, GROUND, API);

  @ArchTest
  static final ArchRule STORAGE_IN_S3_KNOWS_THE_API_ONLY = mayKnow(PLUGIN_S3, GROUND, API);

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_NAMES_NO_SLICE = mayKnow(CLI, GROUND, API, CORE, PLUGINS);

  @ArchTest
  static final ArchRule THE_SERVER_NAMES_NO_SLICE = mayKnow(SERVER, GROUND, API, CORE, PLUGINS);

  @ArchTest
  static final ArchRule THE_ENGINE_IS_A_LIBRARY =
      noClasses()
          .that()
          .resideInAnyPackage(GROUND, VALUES, SCHEMA, GRAPH, STORE, IO, QUERY, EXECUTE, EMBEDDED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "io.undertow..", "com.cedarpolicy..", API, CORE);

  @ArchTest
  static final ArchRule THE_ENGINE_IS_TOLD_OF_THE_WORLD =
      noClasses()
          .that()
          .resideInAnyPackage(GROUND, VALUES, SCHEMA, GRAPH, STORE, IO, QUERY, EXECUTE)
          .and()
          .doNotHaveFullyQualifiedName("io.omnigraph.graph.World")
          .and()
          // There is one native library in a process, wherever it comes from.
          .doNotHaveFullyQualifiedName("io.omnigraph.store.lance.NativeLibrary")
          .and()
          // Signals are sent to processes.
          .resideOutsideOfPackage("io.omnigraph.ground.process..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.InstantSource.class, "system")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("com.github.f4b6a3.ulid..");

  @ArchTest
  static final ArchRule THE_SERVER_RUNS_NO_CONTROL_PLANE =
      noClasses()
          .that()
          .resideInAPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.omnigraph.core.plan..",
              "io.omnigraph.core.apply..",
              "io.omnigraph.core.cluster..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.omnigraph.api.kind.ResourceKind");

  @ArchTest
  static final ArchRule THE_CORE_NAMES_NO_KIND =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .haveSimpleNameContaining("Graph")
          .orShould()
          .haveSimpleNameContaining("Schema")
          .orShould()
          .haveSimpleNameContaining("Query")
          .orShould()
          .haveSimpleNameContaining("Policy");

  @ArchTest
  static final ArchRule LANCE_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage("io.omnigraph.store.lance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lance..", "org.apache.arrow..");

  @ArchTest
  static final ArchRule THE_CLIENT_OF_S3_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage(PLUGIN_S3)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..");

  @ArchTest
  static final ArchRule UNDERTOW_STAYS_IN_THE_SERVER =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.undertow..");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices().matching("io.omnigraph.(**)").should().beFreeOfCycles();

  /** A rule about several packages does not fail by itself when one of them has no classes. */
  @ArchTest
  static void everyPackageOfTheRulesIsThere(JavaClasses product) {
    List<String> missing =
        Stream.of(
                GROUND,
                VALUES,
                SCHEMA,
                GRAPH,
                STORE,
                IO,
                QUERY,
                EXECUTE,
                EMBEDDED,
                API,
                CORE,
                PLUGINS,
                PLUGIN_SCHEMA,
                PLUGIN_GRAPH,
                PLUGIN_QUERY,
                PLUGIN_POLICY,
                PLUGIN_S3,
                CLI,
                SERVER,
                "io.omnigraph.core.plan..",
                "io.omnigraph.core.apply..",
                "io.omnigraph.core.cluster..",
                "io.omnigraph.store.lance..")
            .filter(name -> product.stream().noneMatch(JavaClass.Predicates.resideInAPackage(name)))
            .toList();

    assertThat(missing).isEmpty();
  }

  /** Nor does a rule against a library when nobody knows it any more. */
  @ArchTest
  static void everyLibraryOfTheRulesIsKnown(JavaClasses product) {
    Set<String> known =
        product.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getPackageName())
            .collect(Collectors.toSet());

    assertThat(LIBRARIES)
        .allSatisfy(
            library -> assertThat(known).as(library).anyMatch(name -> name.startsWith(library)));
  }

  private static ArchRule mayKnow(String who, String... others) {
    String[] known = java.util.Arrays.copyOf(others, others.length + 1);
    known[others.length] = who;
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideOutsideOfPackage(OURS)
                .or(JavaClass.Predicates.resideInAnyPackage(known)));
  }
}
