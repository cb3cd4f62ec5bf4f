/**
 * The commands that look, check or decide without carrying out a plan: validate, plan, approve,
 * status, refresh, import, force-unlock.
 */
@NullMarked
package io.omnigraph.core.observe;

import org.jspecify.annotations.NullMarked;
