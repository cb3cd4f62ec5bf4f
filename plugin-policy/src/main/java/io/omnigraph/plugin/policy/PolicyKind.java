package io.omnigraph.plugin.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.FileKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.FileNames;
import io.omnigraph.ground.Names;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.plugin.policy.bundle.Attachment;
import io.omnigraph.plugin.policy.bundle.BundleProblem;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The kind {@code policy}: bundles and what they are bound to. */
public final class PolicyKind extends FileKind {

  static final String NAME = "policy";
  static final String EXTENSION = "yaml";
  static final String APPLIES_TO = "applies_to";
  private static final String FILE = "file";

  /** Made by {@link java.util.ServiceLoader}. */
  public PolicyKind() {
    super(NAME, EXTENSION);
  }

  @Override
  public Set<String> after() {
    return Set.of("graph");
  }

  @Override
  public List<ConfigKey> keys() {
    ConfigShape text = new ConfigShape.Text();
    ConfigShape.FieldsOf policy =
        new ConfigShape.FieldsOf(
            List.of(
                ConfigShape.Field.required(FILE, text),
                ConfigShape.Field.required(APPLIES_TO, new ConfigShape.ListOf(text))));
    return List.of(ConfigKey.section("policies", policy).writtenWhenAbsent("{}"));
  }

  @Override
  public Set<String> attributes() {
    return Set.of(APPLIES_TO);
  }

  @Override
  public AttributeChangeName attributeChange() {
    return new AttributeChangeName("binding_change", "bindings");
  }

  @Override
  public void declare(ConfigEntry entry, DeclareContext context) {
    boolean named = Names.isValid(entry.name());
    if (!named) {
      context.report(
          Diagnostic.error(
                  "invalid_resource_id",
                  entry.path(),
                  FileNames.problem(entry.name())
                      .orElseGet(() ->
                          "`"
                              + entry.name()
                              + "` cannot name a policy; use a letter or `_`, then letters, digits,"
                              + " `_` or `-`"))
              .at(entry.fields().span()));
    }
    SortedSet<Binding> bindings = new TargetCheck(entry, context).bindings();
    Optional<SourceFile> file = file(entry, context);
    file.ifPresent(source -> checkContent(entry, context, source, bindings));
    if (named && file.isPresent()) {
      context.declare(declared(entry.name(), file.get(), bindings, context));
    }
  }

  private static Optional<SourceFile> file(ConfigEntry entry, DeclareContext context) {
    String written = entry.text(FILE);
    try {
      return Optional.of(context.read(context.resolve(written)));
    } catch (IOException e) {
      context.report(
          Diagnostic.error(
                  "policy_file_missing",
                  entry.path(FILE),
                  "the policy file `" + written + "` cannot be read: " + e.getMessage())
              .at(entry.field(FILE).map(ConfigNode::span).orElse(null)));
      return Optional.empty();
    }
  }

  private static void checkContent(
      ConfigEntry entry, DeclareContext context, SourceFile file, SortedSet<Binding> bindings) {
    switch (PolicyBundle.read(file.source())) {
      case PolicyBundle.Outcome.Invalid(BundleProblem problem) ->
          context.report(invalid(entry, problem));
      case PolicyBundle.Outcome.Valid(PolicyBundle bundle) -> {
        List<Attachment> attachments =
            bindings.stream().map(Binding::attachment).distinct().toList();
        if (attachments.size() > 1 && !bundle.rules().isEmpty()) {
          context.report(mixed(entry));
        } else {
          attachments.stream()
              .flatMap(attachment -> attachment.misfitOf(bundle).stream())
              .forEach(problem -> context.report(invalid(entry, problem)));
        }
      }
    }
  }

  private static Diagnostic mixed(ConfigEntry entry) {
    return Diagnostic.error(
            "policy_mixed_binding_kinds",
            entry.path(APPLIES_TO),
            "the policy `"
                + entry.name()
                + "` applies to `cluster` and to graphs; split it into a server policy and a"
                + " per-graph policy")
        .at(entry.field(APPLIES_TO).map(ConfigNode::span).orElse(null));
  }

  private static Diagnostic invalid(ConfigEntry entry, BundleProblem problem) {
    return Diagnostic.error(
            "policy_invalid",
            entry.path(FILE),
            "the policy file `" + entry.text(FILE) + "` is invalid: " + problem.located())
        .at(problem.span());
  }

  private static Declared declared(
      String name, SourceFile file, SortedSet<Binding> bindings, DeclareContext context) {
    List<String> recorded = bindings.stream().map(Binding::toString).toList();
    Map<String, JsonNode> attributes = Map.of(APPLIES_TO, Json.tree(recorded));
    Declared policy = Declared.file(new Address(NAME, name), file).with(attributes);
    for (Binding binding : bindings) {
      Optional<Declared> graph = binding.target().flatMap(context::declared);
      if (graph.isPresent()) {
        policy = policy.dependingOn(graph.get().address());
      }
    }
    return policy;
  }
}
