package io.omnigraph.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what (docs/architecture.md). */
@AnalyzeClasses(packages = "io.omnigraph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleRulesTest {

  private static final String OURS = "io.omnigraph..";
  private static final String API = "io.omnigraph.api..";
  private static final String CORE = "io.omnigraph.core..";
  private static final String PLUGINS = "io.omnigraph.plugins..";
  private static final String SCHEMA = "io.omnigraph.schema..";
  private static final String GRAPH = "io.omnigraph.graph..";
  private static final String QUERY = "io.omnigraph.query..";
  private static final String POLICY = "io.omnigraph.policy..";
  private static final String S3 = "io.omnigraph.s3..";
  private static final String CLI = "io.omnigraph.cli..";
  private static final String SERVER = "io.omnigraph.server..";

  @ArchTest static final ArchRule API_KNOWS_NOBODY = mayKnow(API);

  @ArchTest static final ArchRule CORE_KNOWS_THE_API_ONLY = mayKnow(CORE, API);

  @ArchTest static final ArchRule DISCOVERY_KNOWS_THE_API_ONLY = mayKnow(PLUGINS, API);

  @ArchTest static final ArchRule SCHEMAS_KNOW_THE_API_ONLY = mayKnow(SCHEMA, API);

  @ArchTest static final ArchRule GRAPHS_KNOW_SCHEMAS = mayKnow(GRAPH, API, SCHEMA);

  @ArchTest static final ArchRule QUERIES_KNOW_GRAPHS = mayKnow(QUERY, API, SCHEMA, GRAPH);

  @ArchTest static final ArchRule POLICIES_KNOW_THE_API_ONLY = mayKnow(POLICY, API);

  @ArchTest static final ArchRule STORAGE_IN_S3_KNOWS_THE_API_ONLY = mayKnow(S3, API);

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_NAMES_NO_SLICE = mayKnow(CLI, API, CORE, PLUGINS);

  @ArchTest static final ArchRule THE_SERVER_NAMES_NO_SLICE = mayKnow(SERVER, API, CORE, PLUGINS);

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
          .resideOutsideOfPackage("io.omnigraph.graph.lance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lance..", "org.apache.arrow..");

  @ArchTest
  static final ArchRule THE_CLIENT_OF_S3_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage(S3)
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

  private static ArchRule mayKnow(String who, String... others) {
    String[] known = java.util.Arrays.copyOf(others, others.length + 1);
    known[others.length] = who;
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(OURS)
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        known)))
        .allowEmptyShould(true);
  }
}
