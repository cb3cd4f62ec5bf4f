package io.omnigraph.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Change;
import io.omnigraph.api.kind.Difference;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.Preview;
import io.omnigraph.api.kind.ResourceKind.AttributeChangeName;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.plan.PlannedChange;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How changes look, in plans and after an apply. */
final class Changes {

  private static final String STEP_INDENT = "      ";

  private final Kinds kinds;
  private final Map<Address, Preview> previews;

  Changes(Kinds kinds, Map<Address, Preview> previews) {
    this.kinds = kinds;
    this.previews = previews;
  }

  ArrayNode json(Iterable<PlannedChange> changes) {
    ArrayNode json = Json.mapper().createArrayNode();
    changes.forEach(planned -> json.add(json(planned)));
    return json;
  }

  private ObjectNode json(PlannedChange planned) {
    Change change = planned.change();
    ObjectNode json =
        Json.object()
            .put("resource", change.address().toString())
            .put("operation", change.operation().word());
    putDigest(json, "before_digest", before(change));
    putDigest(json, "after_digest", after(change));
    json.put("disposition", planned.disposition().word());
    planned.because().ifPresent(reason -> json.put("reason", reason.word()));
    attributeChange(change).ifPresent(name -> json.put(name.jsonField(), true));
    Preview preview = previews.get(change.address());
    if (preview != null && preview.json() != null) {
      json.set(preview.field(), preview.json());
    }
    return json;
  }

  private static void putDigest(ObjectNode json, String field, @Nullable Digest digest) {
    if (digest != null) {
      json.put(field, digest.hex());
    }
  }

  private static @Nullable Digest before(Change change) {
    return switch (change) {
      case Change.Create _ -> null;
      case Change.Update(_, var recorded, _) -> recorded.digest();
      case Change.Delete(_, var recorded) -> recorded.digest();
    };
  }

  private static @Nullable Digest after(Change change) {
    return switch (change) {
      case Change.Create(var desired) -> desired.digest();
      case Change.Update(var desired, _, _) -> desired.digest();
      case Change.Delete _ -> null;
    };
  }

  /** The line of a planned change; its disposition shows only where it is not carried out. */
  void planLine(PlannedChange planned, Lines lines) {
    boolean isHeldBack =
        switch (planned.disposition()) {
          case APPLIED, DERIVED -> false;
          case DEFERRED, BLOCKED -> true;
        };
    lines.line("  " + named(planned) + (isHeldBack ? disposition(planned) : ""));
    Preview preview = previews.get(planned.address());
    if (preview != null) {
      preview.lines().forEach(step -> lines.line(STEP_INDENT + step));
    }
  }

  /** The line of a change after an apply, with what became of it. */
  void applyLine(PlannedChange planned, Lines lines) {
    lines.line("  " + named(planned) + disposition(planned));
  }

  private String named(PlannedChange planned) {
    return title(planned.change().operation())
        + " "
        + planned.address()
        + attributeChange(planned.change()).map(name -> " [" + name.word() + "]").orElse("");
  }

  private static String disposition(PlannedChange planned) {
    String reason = planned.because().map(why -> ": " + why.word()).orElse("");
    return " [" + planned.disposition().title() + reason + "]";
  }

  private Optional<AttributeChangeName> attributeChange(Change change) {
    return change instanceof Change.Update(_, _, var difference)
            && difference == Difference.ATTRIBUTES
        ? kinds.of(change.address()).map(kind -> kind.attributeChange())
        : Optional.empty();
  }

  private static String title(Operation operation) {
    String word = operation.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
