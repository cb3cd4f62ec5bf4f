/** What commands answer: one report each, as JSON for programs and as lines for people. */
@NullMarked
package io.omnigraph.core.report;

import org.jspecify.annotations.NullMarked;
