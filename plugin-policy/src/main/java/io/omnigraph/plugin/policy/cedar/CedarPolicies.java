package io.omnigraph.plugin.policy.cedar;

import static java.util.stream.Collectors.joining;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.policy.bundle.Located;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;
import io.omnigraph.plugin.policy.bundle.Rule;
import io.omnigraph.plugin.policy.cedar.CompiledBundle.BranchKind;
import io.omnigraph.plugin.policy.cedar.CompiledBundle.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bundle's permits and entities in the words of cedar-java. Safe for use by many threads. */
final class CedarPolicies {

  private static final String SERVER = "root";

  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet permits;
  private final EntityUID resource;
  private final Set<Entity> entities;

  private CedarPolicies(PolicySet permits, EntityUID resource, Set<Entity> entities) {
    this.permits = permits;
    this.resource = resource;
    this.entities = entities;
  }

  /** The permits of a bundle for a graph, or for the server where there is none. */
  static CedarPolicies of(PolicyBundle bundle, @Nullable String graph) {
    EntityUID resource = graph == null ? uid("Server", SERVER) : uid("Graph", graph);
    String expression =
        graph == null
            ? "Omnigraph::Server::" + CedarText.literal(SERVER)
            : "Omnigraph::Graph::" + CedarText.literal(graph);
    Set<Policy> permits = new HashSet<>();
    for (Rule rule : bundle.rules()) {
      for (Located<Action> action : rule.actions()) {
        permits.add(
            new Policy(
                CedarText.permit(rule, action.value(), expression),
                CedarText.permitId(rule, action.value())));
      }
    }
    return new CedarPolicies(new PolicySet(permits), resource, entities(bundle, resource));
  }

  /** What the strict validator has against the permits. */
  Optional<String> objection() {
    try {
      ValidationResponse response =
          engine.validate(new ValidationRequest(new Schema(CedarText.schema()), permits));
      return response.validationPassed() ? Optional.empty() : Optional.of(reasons(response));
    } catch (AuthException e) {
      return Optional.of(oneLine(String.valueOf(e.getMessage())));
    }
  }

  /** What the permits say to a deed. */
  Verdict ask(Deed deed, Facts facts) {
    AuthorizationRequest request =
        new AuthorizationRequest(
            uid("Actor", facts.actor()),
            uid("Action", facts.action().word()),
            resource,
            context(deed, facts));
    try {
      return verdict(engine.isAuthorized(request, permits, entities), facts.action());
    } catch (AuthException e) {
      return new Verdict.Failed(oneLine(String.valueOf(e.getMessage())));
    }
  }

  private static Verdict verdict(AuthorizationResponse response, Action action) {
    if (response.success.isEmpty()) {
      return new Verdict.Failed(messages(response.errors.orElseThrow()));
    }
    AuthorizationSuccessResponse decision = response.success.get();
    if (!decision.getErrors().isEmpty()) {
      return new Verdict.Failed(oneLine(decision.getErrors().toString()));
    }
    return decision.getReason().stream()
        .map(permit -> CedarText.ruleId(permit, action))
        .min(String::compareTo)
        .<Verdict>map(Verdict.Allowed::new)
        .orElseGet(Verdict.Denied::new);
  }

  private static Map<String, Value> context(Deed deed, Facts facts) {
    Map<String, Value> context = new HashMap<>();
    describe(context, "branch", deed.branch(), facts.branch());
    describe(context, "target_branch", deed.targetBranch(), facts.targetBranch());
    return context;
  }

  private static void describe(
      Map<String, Value> context, String name, @Nullable String branch, BranchKind kind) {
    context.put("has_" + name, new PrimBool(branch != null));
    context.put(name, new PrimString(branch == null ? "" : branch));
    context.put(name + "_is_protected", new PrimBool(kind == BranchKind.PROTECTED));
  }

  private static Set<Entity> entities(PolicyBundle bundle, EntityUID resource) {
    Map<String, Set<EntityUID>> groupsOf = new HashMap<>();
    Set<Entity> entities = new HashSet<>();
    entities.add(new Entity(resource));
    bundle
        .groups()
        .forEach((name, group) -> {
          EntityUID uid = uid("Group", name);
          entities.add(new Entity(uid));
          group
              .members()
              .forEach(m -> groupsOf.computeIfAbsent(m.value(), _ -> new HashSet<>()).add(uid));
        });
    groupsOf.forEach((actor, groups) -> entities.add(new Entity(uid("Actor", actor), groups)));
    return Set.copyOf(entities);
  }

  private static EntityUID uid(String type, String id) {
    return new EntityUID(EntityTypeName.parse("Omnigraph::" + type).orElseThrow(), id);
  }

  private static String reasons(ValidationResponse response) {
    return response
        .success
        .map(done ->
            done.validationErrors.stream()
                .map(found -> oneLine(found.getError().message))
                .sorted()
                .collect(joining("; ")))
        .orElseGet(() -> messages(response.errors.orElseThrow()));
  }

  private static String messages(List<DetailedError> errors) {
    return errors.stream().map(error -> oneLine(error.message)).collect(joining("; "));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** What the permits say. */
  sealed interface Verdict {

    /** Some rule grants it; the smallest id among them. */
    record Allowed(String rule) implements Verdict {}

    /** No rule grants it. */
    record Denied() implements Verdict {}

    /** The evaluation failed. */
    record Failed(String reason) implements Verdict {}
  }
}
