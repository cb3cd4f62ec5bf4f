/**
 * The values of properties: what each scalar is called, holds, reads, writes, and how its values
 * compare. Whoever stores, loads, checks, compares or shows a value asks here; nobody else knows a
 * range, a format of dates, or the text of a key. Knows nothing of files, schemas and queries.
 */
@NullMarked
package io.omnigraph.values;

import org.jspecify.annotations.NullMarked;
