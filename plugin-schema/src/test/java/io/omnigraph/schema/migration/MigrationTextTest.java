package io.omnigraph.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.json.Json;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.AddProperty;
import io.omnigraph.schema.migration.MigrationStep.AddType;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.DropProperty;
import io.omnigraph.schema.migration.MigrationStep.DropType;
import io.omnigraph.schema.migration.MigrationStep.RenameProperty;
import io.omnigraph.schema.migration.MigrationStep.RenameType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.MigrationStep.UpdatePropertyMetadata;
import io.omnigraph.schema.migration.MigrationStep.UpdateTypeMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MigrationTextTest {

  record Written(MigrationStep step, String sentence, String json) {}

  private static final PropertyType FLAG =
      new PropertyType(Scalar.STRING, 0, false, true, List.of("red", "blue"));

  static final List<Written> WRITTEN =
      List.of(
          new Written(
              new AddType(TypeKind.EDGE, "MooredAt"),
              "- add edge type 'MooredAt'",
              """
              {"kind":"add_type","type_kind":"edge","name":"MooredAt"}\
              """),
          new Written(
              new RenameType(TypeKind.NODE, "Ship", "Vessel"),
              "- rename node type 'Ship' -> 'Vessel'",
              """
              {"kind":"rename_type","type_kind":"node","from":"Ship","to":"Vessel"}\
              """),
          new Written(
              new AddProperty(TypeKind.NODE, "Vessel", "flag", FLAG),
              "- add property 'Vessel.flag' (Enum(blue|red)?) on node 'Vessel'",
              """
              {"kind":"add_property","type_kind":"node","type_name":"Vessel",\
              "property_name":"flag","property_type":{"scalar":"String","nullable":true,\
              "list":false,"enum_values":["blue","red"]}}\
              """),
          new Written(
              new AddProperty(TypeKind.NODE, "Vessel", "v", PropertyType.vector(8).nullable()),
              "- add property 'Vessel.v' (Vector(8)?) on node 'Vessel'",
              """
              {"kind":"add_property","type_kind":"node","type_name":"Vessel",\
              "property_name":"v","property_type":{"scalar":{"Vector":8},"nullable":true,\
              "list":false,"enum_values":null}}\
              """),
          new Written(
              new RenameProperty(TypeKind.NODE, "Vessel", "title", "name"),
              "- rename property 'Vessel.title' -> 'Vessel.name' on node 'Vessel'",
              """
              {"kind":"rename_property","type_kind":"node","type_name":"Vessel",\
              "from":"title","to":"name"}\
              """),
          new Written(
              new AddConstraint(
                  TypeKind.NODE, "Vessel", new Constraint.Index(List.of("flag", "tons"))),
              "- add constraint @index(flag, tons) on node 'Vessel'",
              """
              {"kind":"add_constraint","type_kind":"node","type_name":"Vessel",\
              "constraint":{"Index":["flag","tons"]}}\
              """),
          new Written(
              new UpdateTypeMetadata(
                  TypeKind.NODE, "Vessel", List.of(new Annotation("description", "A ship"))),
              "- update metadata on node 'Vessel' (@description(A ship))",
              """
              {"kind":"update_type_metadata","type_kind":"node","name":"Vessel",\
              "annotations":[{"name":"description","value":"A ship"}]}\
              """),
          new Written(
              new UpdatePropertyMetadata(TypeKind.NODE, "Vessel", "flag", List.of()),
              "- update metadata on property 'Vessel.flag' of node 'Vessel' (none)",
              """
              {"kind":"update_property_metadata","type_kind":"node","type_name":"Vessel",\
              "property_name":"flag","annotations":[]}\
              """),
          new Written(
              new DropType(TypeKind.EDGE, "TowedBy", DropMode.SOFT),
              "- drop edge type 'TowedBy' (soft mode)",
              """
              {"kind":"drop_type","type_kind":"edge","name":"TowedBy","mode":"soft"}\
              """),
          new Written(
              new DropProperty(TypeKind.NODE, "Vessel", "flag", DropMode.HARD),
              "- drop property 'Vessel.flag' of node 'Vessel' (hard mode)",
              """
              {"kind":"drop_property","type_kind":"node","type_name":"Vessel",\
              "property_name":"flag","mode":"hard"}\
              """),
          new Written(
              new UnsupportedChange("node:Vessel.tonnage", "why not", "OG-MF-103"),
              "- unsupported change on node:Vessel.tonnage [OG-MF-103, validated]: why not",
              """
              {"kind":"unsupported_change","entity":"node:Vessel.tonnage",\
              "reason":"why not","code":"OG-MF-103"}\
              """),
          new Written(
              new UnsupportedChange("edge:MooredAt", "why not", null),
              "- unsupported change on edge:MooredAt: why not",
              """
              {"kind":"unsupported_change","entity":"edge:MooredAt","reason":"why not"}\
              """));

  @ParameterizedTest
  @FieldSource("WRITTEN")
  void everyStepHasItsSentence(Written written) {
    assertThat(MigrationLines.sentences(List.of(written.step())))
        .containsExactly(written.sentence());
  }

  @ParameterizedTest
  @FieldSource("WRITTEN")
  void everyStepHasItsJsonAndReadsBackFromIt(Written written) {
    var json = MigrationJson.step(written.step());

    assertThat(Json.compact(json)).isEqualTo(written.json());
    assertThat(MigrationJsonReader.step(json)).isEqualTo(written.step());
  }

  @Test
  void nothingToDoIsSaid() {
    assertThat(MigrationLines.sentences(List.of())).containsExactly("no schema changes");
  }
}
