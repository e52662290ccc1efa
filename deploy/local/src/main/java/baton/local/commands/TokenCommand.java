package baton.local.commands;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.local.Trouble;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description = "Prints a bearer token for this installation, good for 8 hours.")
final class TokenCommand implements Callable<Integer> {
  static final Duration LIFETIME = Duration.ofHours(8);

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Option(
      names = "--role",
      required = true,
      description = "One of: ${COMPLETION-CANDIDATES}",
      completionCandidates = BearerRole.Names.class)
  private String role;

  @Option(
      names = "--organisation",
      required = true,
      description = "A force by its two digits, or a slug such as nca or toronto-police.")
  private String organisation;

  @Option(names = "--person", description = "Id in the roster, such as p-1001.")
  private String person;

  @Override
  public Integer call() throws IOException {
    var token = TokenIssuer.in(baton.home().keys()).sign(bearer(), LIFETIME);
    spec.commandLine().getOut().println(token);
    return 0;
  }

  private Bearer bearer() {
    var known = BearerRole.of(role);
    if (known.human() && person == null) {
      throw new Trouble("the role " + role + " is a person's; name one with --person");
    }
    try {
      var code = OrganisationCode.of(organisation);
      return new Bearer(role, code.value(), person == null ? null : PersonId.of(person).value());
    } catch (IllegalArgumentException e) {
      throw new Trouble(e.getMessage(), e);
    }
  }
}
