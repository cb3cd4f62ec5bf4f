/** How OmniGraph writes JSON: one configuration for every file and every output. */
@NullMarked
package io.omnigraph.ground.json;

import org.jspecify.annotations.NullMarked;
