package io.omnigraph.server.pipeline;

import io.omnigraph.server.admission.Admission;
import io.omnigraph.server.auth.Authentication;
import io.omnigraph.server.auth.Authorization;
import io.omnigraph.server.limit.Limits;
import io.omnigraph.server.request.PathParameters;
import io.omnigraph.server.routing.RouteTable;

/**
 * Everything that a request can see. Immutable; a request takes one generation and keeps it to its
 * end.
 *
 * @param routes of all plugins and of the server itself
 * @param parameters how parameters of paths are resolved
 * @param authentication with the known tokens
 * @param authorization with the rules of all plugins
 * @param admission of writes; counts what runs in the whole process, so that every generation has
 *     the same one
 * @param limits of what callers may take
 */
public record Generation(
    RouteTable routes,
    PathParameters parameters,
    Authentication authentication,
    Authorization authorization,
    Admission admission,
    Limits limits) {}
