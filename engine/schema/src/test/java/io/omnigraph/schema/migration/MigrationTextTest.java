package io.omnigraph.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.AddProperty;
import io.omnigraph.schema.migration.MigrationStep.AddType;
import io.omnigraph.schema.migration.MigrationStep.ChangeCardinality;
import io.omnigraph.schema.migration.MigrationStep.ChangeInterfaces;
import io.omnigraph.schema.migration.MigrationStep.ChangePropertyType;
import io.omnigraph.schema.migration.MigrationStep.DropConstraint;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.DropProperty;
import io.omnigraph.schema.migration.MigrationStep.DropType;
import io.omnigraph.schema.migration.MigrationStep.RenameProperty;
import io.omnigraph.schema.migration.MigrationStep.RenameType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.MigrationStep.UpdatePropertyMetadata;
import io.omnigraph.schema.migration.MigrationStep.UpdateTypeMetadata;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
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
              new AddProperty(TypeKind.NODE, "Vessel", "flag", FLAG, null),
              "- add property 'Vessel.flag' (Enum(blue|red)?) on node 'Vessel'",
              """
              {"kind":"add_property","type_kind":"node","type_name":"Vessel",\
              "property_name":"flag","property_type":{"scalar":"String","nullable":true,\
              "list":false,"enum_values":["blue","red"]}}\
              """),
          new Written(
              new AddProperty(
                  TypeKind.NODE, "Vessel", "v", PropertyType.vector(8).nullable(), null),
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
              new AddProperty(TypeKind.NODE, "Vessel", "crew", PropertyType.of(Scalar.I32), "3"),
              "- add property 'Vessel.crew' (I32) filled with '3' on node 'Vessel'",
              """
              {"kind":"add_property","type_kind":"node","type_name":"Vessel",\
              "property_name":"crew","property_type":{"scalar":"I32","nullable":false,\
              "list":false,"enum_values":null},"default":"3"}\
              """),
          new Written(
              new ChangePropertyType(
                  TypeKind.NODE,
                  "Vessel",
                  "crew",
                  PropertyType.of(Scalar.I32).nullable(),
                  PropertyType.of(Scalar.I32)),
              "- change property type of 'Vessel.crew' (I32? -> I32) on node 'Vessel'",
              """
              {"kind":"change_property_type","type_kind":"node","type_name":"Vessel",\
              "property_name":"crew","from":{"scalar":"I32","nullable":true,"list":false,\
              "enum_values":null},"to":{"scalar":"I32","nullable":false,"list":false,\
              "enum_values":null}}\
              """),
          new Written(
              new DropConstraint(TypeKind.NODE, "Vessel", new Constraint.Check("code", "^[A-Z]")),
              "- drop constraint @check(code, \"^[A-Z]\") of node 'Vessel'",
              """
              {"kind":"drop_constraint","type_kind":"node","type_name":"Vessel",\
              "constraint":{"Check":{"property":"code","pattern":"^[A-Z]"}}}\
              """),
          new Written(
              new ChangeCardinality("MooredAt", Cardinality.ANY, new Cardinality(0, 1)),
              "- change cardinality of edge 'MooredAt' (0.. -> 0..1)",
              """
              {"kind":"change_cardinality","type_kind":"edge","type_name":"MooredAt",\
              "from":{"min":0,"max":null},"to":{"min":0,"max":1}}\
              """),
          new Written(
              new ChangeInterfaces("Vessel", List.of("Named", "Sized")),
              "- change interfaces of node 'Vessel' (Named, Sized)",
              """
              {"kind":"change_interfaces","type_kind":"node","type_name":"Vessel",\
              "implements":["Named","Sized"]}\
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
