package io.omnigraph.server.boot;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.server.admission.Admission;
import io.omnigraph.server.auth.Authentication;
import io.omnigraph.server.auth.Authorization;
import io.omnigraph.server.auth.Protection;
import io.omnigraph.server.auth.TokenSources;
import io.omnigraph.server.auth.TokenTable;
import io.omnigraph.server.limit.Limits;
import io.omnigraph.server.pipeline.Generation;
import io.omnigraph.server.request.PathParameters;
import io.omnigraph.server.routing.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a generation from a cluster's applied revision. What stands in the way is found in this
 * order: ledger and catalog together with the checks of all plugins, the tokens, the start of each
 * plugin, and last whether tokens and policies go together.
 */
public final class Boot {

  private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

  private final List<ServingPlugin> plugins;
  private final RevisionReader revisions;
  private final Map<String, String> environment;

  /** A boot with some plugins; nothing is read yet. */
  public Boot(
      List<ServingPlugin> plugins, RevisionReader revisions, Map<String, String> environment) {
    this.plugins = PluginOrder.sorted(plugins);
    this.revisions = revisions;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Opens everything that a cluster's applied revision asks for.
   *
   * @param cluster a config directory, or a storage root
   * @param unauthenticated whether the operator asked for a server that is open to everybody
   */
  public Booted boot(String cluster, boolean unauthenticated) {
    Map<String, Payload> payloads = new HashMap<>();
    plugins.forEach(plugin -> payloads.putAll(plugin.payloads()));
    return switch (revisions.read(cluster, payloads)) {
      case Readiness.NotReady(List<Diagnostic> reasons, AppliedRevision readable) ->
          notReady(cluster, together(reasons, readable));
      case Readiness.Ready(AppliedRevision revision) -> {
        List<Diagnostic> reasons = together(List.of(), revision);
        yield reasons.isEmpty()
            ? loadTokens(cluster, revision, unauthenticated)
            : notReady(cluster, reasons);
      }
    };
  }

  /** The errors of ledger and catalog, and those that plugins find in what could be read. */
  private List<Diagnostic> together(List<Diagnostic> found, @Nullable AppliedRevision readable) {
    List<Diagnostic> reasons = new ArrayList<>(found);
    if (readable != null) {
      for (ServingPlugin plugin : plugins) {
        for (Diagnostic finding : plugin.check(readable)) {
          if (finding.isError()) {
            reasons.add(finding);
          } else {
            LOG.warn("[{}] {}: {}", finding.code(), finding.path(), finding.message());
          }
        }
      }
    }
    return reasons;
  }

  private Booted loadTokens(String cluster, AppliedRevision revision, boolean unauthenticated) {
    return switch (TokenSources.load(environment)) {
      case TokenSources.Loaded.Refused(String message) -> Booted.Refused.because(message);
      case TokenSources.Loaded.Tokens(TokenTable tokens) ->
          switch (Limits.read(environment, Runtime.getRuntime().maxMemory())) {
            case Limits.Read.Refused(List<String> problems) -> new Booted.Refused(problems);
            case Limits.Read.Settled(Limits limits) ->
                start(cluster, revision, new Settings(tokens, limits, unauthenticated));
          };
    };
  }

  private Booted start(String cluster, AppliedRevision revision, Settings settings) {
    StartedPlugins started = new StartedPlugins(revision);
    boolean kept = false;
    try {
      for (ServingPlugin plugin : plugins) {
        List<Diagnostic> reasons = started.start(plugin);
        if (!reasons.isEmpty()) {
          return notReady(cluster, reasons);
        }
      }
      Booted booted = generation(started, settings);
      kept = booted instanceof Booted.Ready;
      return booted;
    } finally {
      if (!kept) {
        started.close();
      }
    }
  }

  private Booted generation(StartedPlugins started, Settings settings) {
    TokenTable tokens = settings.tokens();
    Authorization authorization = new Authorization(started.services(Authorizer.class));
    List<Route<?, ?>> routes = started.routes();
    routes.add(Health.route());
    List<String> conflicts = RouteTable.conflicts(routes);
    if (!conflicts.isEmpty()) {
      return new Booted.Refused(conflicts);
    }
    boolean policies = authorization.isConfigured();
    return switch (Protection.choose(!tokens.isEmpty(), policies, settings.unauthenticated())) {
      case Protection.Choice.Refused(String message) -> Booted.Refused.because(message);
      case Protection.Choice.Chosen(Protection protection) -> {
        announce(protection);
        yield new Booted.Ready(
            new Generation(
                new RouteTable(routes),
                new PathParameters(started.pathParameters()),
                new Authentication(tokens, protection),
                authorization,
                new Admission(settings.limits()),
                settings.limits()),
            started::close);
      }
    };
  }

  private static void announce(Protection protection) {
    switch (protection) {
      case OPEN -> LOG.warn("running unauthenticated: everybody may do everything");
      case DEFAULT_DENY ->
          LOG.warn("bearer tokens are configured but no policy is: actors may only read");
      case POLICY_ENABLED -> LOG.info("bearer tokens and policies are in force");
    }
  }

  private static Booted.Refused notReady(String cluster, List<Diagnostic> reasons) {
    List<String> lines = new ArrayList<>();
    lines.add("the cluster at '" + cluster + "' is not ready to serve:");
    reasons.forEach(r -> lines.add("[" + r.code() + "] " + r.path() + ": " + r.message()));
    return new Booted.Refused(lines);
  }

  /** What the environment and the command line settle. */
  private record Settings(TokenTable tokens, Limits limits, boolean unauthenticated) {}
}
