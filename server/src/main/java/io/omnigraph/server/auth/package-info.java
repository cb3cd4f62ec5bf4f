/**
 * Who calls and what they may do: token sources, authentication, the states of a server, and the
 * checks that routes ask for.
 */
@NullMarked
package io.omnigraph.server.auth;

import org.jspecify.annotations.NullMarked;
