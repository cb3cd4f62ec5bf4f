/** What is written to the log, and how: one line for each line that is logged. */
@NullMarked
package io.omnigraph.server.log;

import org.jspecify.annotations.NullMarked;
