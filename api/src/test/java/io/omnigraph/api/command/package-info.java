@NullMarked
package io.omnigraph.api.command;

import org.jspecify.annotations.NullMarked;
