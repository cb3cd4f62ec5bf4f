@NullMarked
package io.omnigraph.ground.source;

import org.jspecify.annotations.NullMarked;
