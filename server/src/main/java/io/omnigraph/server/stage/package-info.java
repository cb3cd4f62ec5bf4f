/** What a stage of the request pipeline comes to: a value, or the answer that ends the request. */
@NullMarked
package io.omnigraph.server.stage;

import org.jspecify.annotations.NullMarked;
