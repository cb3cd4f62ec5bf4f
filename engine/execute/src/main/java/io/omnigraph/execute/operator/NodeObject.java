package io.omnigraph.execute.operator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the objects that stand for nodes in results. */
final class NodeObject {

  private NodeObject() {}

  /** An object with members in an order. */
  static Map<String, @Nullable Object> of(List<String> names, @Nullable Object[] values) {
    Map<String, @Nullable Object> members = LinkedHashMap.newLinkedHashMap(names.size());
    for (int i = 0; i < values.length; i++) {
      members.put(names.get(i), values[i]);
    }
    return Collections.unmodifiableMap(members);
  }
}
