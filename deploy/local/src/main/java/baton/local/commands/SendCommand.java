package baton.local.commands;

import baton.contract.OrganisationCode;
import baton.local.CopyMark;
import baton.local.Trouble;
import baton.local.client.ServiceName;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "send",
    description = "Sends a file of referrals, one JSON object a line, as one batch.")
final class SendCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Newline-delimited JSON.")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "AGENCY",
      defaultValue = "toronto-police",
      description = "The agency that sends it; default: ${DEFAULT-VALUE}.")
  private String agency;

  @Option(
      names = "--key",
      description = "Idempotency-Key: the same file sent again under it goes on where it ended.")
  private String key;

  @Override
  public Integer call() throws IOException {
    CopyMark.requireNone(baton.home());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Trouble(file + " cannot be read; give a file with one referral (JSON) a line");
    }
    var home = baton.home();
    var upload = new BatchUpload(home.port(ServiceName.INTAKE), token(), key);
    var bar = new ProgressBar(spec.commandLine().getErr(), Files.size(file));
    tell(upload.send(file, bar), spec.commandLine().getOut());
    return 0;
  }

  private String token() throws IOException {
    try {
      var bearer = new Bearer("agency", OrganisationCode.of(agency).value(), null);
      return TokenIssuer.in(baton.home().keys()).sign(bearer, TokenCommand.LIFETIME);
    } catch (IllegalArgumentException e) {
      throw new Trouble(e.getMessage(), e);
    }
  }

  private static void tell(JsonNode batch, PrintWriter out) {
    out.printf(
        "batch %s: %d received, %d created, %d repeated, %d amended, %d rejected%n",
        batch.path("batchId").asText(),
        batch.path("received").asLong(),
        batch.path("created").asLong(),
        batch.path("repeated").asLong(),
        batch.path("amended").asLong(),
        batch.path("rejected").asLong());
    for (var problem : batch.path("problems")) {
      out.printf("line %d: %s%n", problem.path("line").asLong(), problem.path("detail").asText());
    }
    out.flush();
  }
}
