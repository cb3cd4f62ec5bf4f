/** YAML as a tree in which every node knows its place. */
@NullMarked
package io.omnigraph.ground.yaml;

import org.jspecify.annotations.NullMarked;
