/** Storage against a real S3-compatible server on the loopback interface. */
@NullMarked
package io.omnigraph.plugin.s3;

import org.jspecify.annotations.NullMarked;
