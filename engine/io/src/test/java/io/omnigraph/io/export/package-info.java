@NullMarked
package io.omnigraph.io.export;

import org.jspecify.annotations.NullMarked;
