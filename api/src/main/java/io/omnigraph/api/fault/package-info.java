/** Named points in durable work where a test can make the process fail or die. */
@NullMarked
package io.omnigraph.api.fault;

import org.jspecify.annotations.NullMarked;
