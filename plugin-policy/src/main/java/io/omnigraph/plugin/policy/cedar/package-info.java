/**
 * Decisions: a checked bundle as Cedar policies, and the questions that are put to them. The native
 * library is loaded when the first bundle is compiled and not before.
 */
@NullMarked
package io.omnigraph.plugin.policy.cedar;

import org.jspecify.annotations.NullMarked;
