/** Tests of the command line and what the tests of the packages below share. */
@NullMarked
package io.omnigraph.server;

import org.jspecify.annotations.NullMarked;
