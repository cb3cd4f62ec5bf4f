/**
 * The command line: finds the commands of all plugins, adds those of the control plane, and is the
 * door at which failures become messages and exit codes.
 */
@NullMarked
package io.omnigraph.cli;

import org.jspecify.annotations.NullMarked;
