package io.omnigraph.api.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of {@code cluster.yaml} that a kind owns. Keys come in two forms: the entries of a
 * top-level section ({@code graphs.*}), and a field inside another kind's entries ({@code
 * graphs.*.schema}).
 *
 * @param section the top-level key, such as {@code graphs}
 * @param field the field inside each entry of the section; absent when the kind owns the entries
 *     themselves, whose shape must then be a {@link ConfigShape.FieldsOf}, to which the fields of
 *     other kinds are added
 * @param shape what the value must look like
 * @param required whether every entry must have the field; says nothing about whole sections
 * @param whenAbsent the JSON that stands for the missing key in the canonical form that the config
 *     digest hashes, such as <code>{}</code>; absent when a missing key leaves no trace there, as
 *     it must be for kinds that not every installation has
 */
public record ConfigKey(
    String section,
    @Nullable String field,
    ConfigShape shape,
    boolean required,
    @Nullable String whenAbsent) {

  /** The entries of a section. */
  public static ConfigKey section(String section, ConfigShape.FieldsOf entry) {
    return new ConfigKey(section, null, entry, false, null);
  }

  /** A field that every entry of another kind's section must have. */
  public static ConfigKey requiredField(String section, String field, ConfigShape shape) {
    return new ConfigKey(section, field, shape, true, null);
  }

  /** A field that the entries of another kind's section may have. */
  public static ConfigKey optionalField(String section, String field, ConfigShape shape) {
    return new ConfigKey(section, field, shape, false, null);
  }

  /** The same key, written into the canonical form as {@code json} where it is missing. */
  public ConfigKey writtenWhenAbsent(String json) {
    return new ConfigKey(section, field, shape, required, json);
  }

  /** The field, where this is one. */
  public Optional<String> fieldName() {
    return Optional.ofNullable(field);
  }
}
