@NullMarked
package io.omnigraph.api.config;

import org.jspecify.annotations.NullMarked;
