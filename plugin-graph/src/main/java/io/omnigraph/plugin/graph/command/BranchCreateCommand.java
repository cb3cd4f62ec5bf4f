package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.BranchBodies.Created;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a branch. */
@Command(name = "create", description = "Create a branch at the head of another one.")
final class BranchCreateCommand extends BranchCommand<Created> {

  @Parameters(paramLabel = "NAME", description = "The name of the new branch.")
  private String name;

  @Option(names = "--from", paramLabel = "BRANCH", description = "The branch it starts at.")
  private @Nullable String from;

  BranchCreateCommand(CommandContext context) {
    super(context);
  }

  @Override
  Created run() {
    String created = Branches.checked(name, BranchNames::problemOfNew);
    String base = Branches.checked(from == null ? context.defaultBranch(options()) : from);
    ObjectNode body = Json.object();
    body.put("from", base);
    body.put("name", created);
    return does(
        List.of(WriteGate.Write.branchCreate(base, created)),
        work -> work.create(created, base),
        remote -> remote.post("/branches", body),
        Created.class);
  }

  @Override
  String line(Created result) {
    return "created branch " + result.name() + " from " + result.from();
  }
}
