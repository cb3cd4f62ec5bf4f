/** How much of the server's memory, time and connections its callers may take. */
@NullMarked
package io.omnigraph.server.limit;

import org.jspecify.annotations.NullMarked;
