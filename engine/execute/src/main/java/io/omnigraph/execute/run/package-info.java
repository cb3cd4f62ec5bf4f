/**
 * From the text of a query to its answer, for the server and for commands: select, bind, check
 * against the schema that is found, run, and put the result into its envelope.
 */
@NullMarked
package io.omnigraph.execute.run;

import org.jspecify.annotations.NullMarked;
