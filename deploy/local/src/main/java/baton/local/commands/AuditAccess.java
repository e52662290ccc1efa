package baton.local.commands;

import baton.local.Home;
import baton.local.Trouble;
import baton.local.client.AuditClient;
import baton.local.client.ServiceName;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import picocli.CommandLine.Option;

/** Whom an auditor's command asks, and as whom. */
final class AuditAccess {
  private static final Bearer AUDITOR = new Bearer("auditor", "hmicfrs", "p-auditor");

  @Option(
      names = "--url",
      defaultValue = "${env:BATON_URL}",
      description = "Where escalation-service is; default: BATON_URL, else this installation's.")
  private URI url;

  @Option(
      names = "--token",
      defaultValue = "${env:BATON_TOKEN}",
      description = {
        "Bearer token; default: BATON_TOKEN, else an auditor's of this installation. A variable is"
            + " not seen by others on the machine."
      })
  private String token;

  /**
   * Close it.
   *
   * @throws Trouble no token can be made
   */
  AuditClient client(Home home) throws IOException {
    var service =
        given(url == null ? null : url.toString())
            ? url
            : URI.create("http://127.0.0.1:" + home.port(ServiceName.ESCALATION));
    if (service.getHost() == null)
      throw Trouble.unasked(
          "--url is " + service + "; give an address such as http://127.0.0.1:8084");
    return new AuditClient(service, given(token) ? token : minted(home));
  }

  /** This installation's own, as its auditor. Close it. */
  static AuditClient own(Home home) throws IOException {
    return new AuditClient(
        URI.create("http://127.0.0.1:" + home.port(ServiceName.ESCALATION)), minted(home));
  }

  private static String minted(Home home) throws IOException {
    return TokenIssuer.in(home.keys()).sign(AUDITOR, TokenCommand.LIFETIME);
  }

  private static boolean given(String option) {
    return option != null && !option.isBlank();
  }
}
