/** Storage in S3 and in servers that speak its protocol and have conditional writes. */
@NullMarked
package io.omnigraph.plugin.s3;

import org.jspecify.annotations.NullMarked;
