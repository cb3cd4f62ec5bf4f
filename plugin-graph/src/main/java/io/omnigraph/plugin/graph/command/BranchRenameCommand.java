package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.BranchBodies.Renamed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a branch another name. */
@Command(name = "rename", description = "Give a branch another name.")
final class BranchRenameCommand extends BranchCommand<Renamed> {

  @Parameters(index = "0", paramLabel = "NAME", description = "The branch to rename.")
  private String name;

  @Parameters(index = "1", paramLabel = "TO", description = "Its new name.")
  private String to;

  BranchRenameCommand(CommandContext context) {
    super(context);
  }

  @Override
  Renamed run() {
    String old = Branches.checked(name, BranchNames::problemOfRemoval);
    String fresh = Branches.checked(to, BranchNames::problemOfNew);
    ObjectNode body = Json.object();
    body.put("name", old);
    body.put("to", fresh);
    return does(
        List.of(WriteGate.Write.branchDelete(old), WriteGate.Write.branchCreate(old, fresh)),
        work -> work.rename(old, fresh),
        remote -> remote.post("/branches/rename", body),
        Renamed.class);
  }

  @Override
  String line(Renamed result) {
    return "renamed branch " + result.name() + " to " + result.to();
  }
}
