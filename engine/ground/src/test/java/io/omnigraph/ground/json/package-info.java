@NullMarked
package io.omnigraph.ground.json;

import org.jspecify.annotations.NullMarked;
