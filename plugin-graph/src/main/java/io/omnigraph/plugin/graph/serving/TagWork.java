package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Reply;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.plugin.graph.serving.TagBodies.Deleted;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import org.jspecify.annotations.Nullable;

/**
 * Work on the tags of an open graph, as the command line and the server do it. A reply that failed
 * says why in the server's words.
 *
 * @param actor absent when nobody is named
 */
public record TagWork(Graph graph, @Nullable String actor) {

  /** Names a state. */
  public Reply<TagView> create(String name, ReadTarget state, @Nullable String message) {
    return graph
        .createTag(name, state, actor, message)
        .map(tag -> Reply.ok(TagView.of(tag)))
        .orElseGet(
            () -> Failures.reply(new GraphFailure.Conflict("tag '" + name + "' already exists")));
  }

  /** Removes a tag. */
  public Reply<Deleted> delete(String name) {
    return graph.deleteTag(name)
        ? Reply.ok(new Deleted(name))
        : Failures.reply(new GraphFailure.NotFound(Thing.TAG, "tag '" + name + "' not found"));
  }
}
