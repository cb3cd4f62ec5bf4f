/** Named points in durable work where a test can make the process fail or die. */
@NullMarked
package io.omnigraph.ground.fault;

import org.jspecify.annotations.NullMarked;
