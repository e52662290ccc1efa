package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.acceptance.Installation.SURREY;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;

import baton.acceptance.BadRequest.Sent;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who may not is told so, and what belongs to others is not there. */
@Order(6)
class RefusedCallersTest extends Refusals {
  private static final String ACCEPT = "{\"team\":\"45-polit\",\"person\":\"p-45-1\"}";

  private static final Map<ServiceName, String> A_READ =
      Map.of(
          INTAKE, "/referrals",
          RISK, "/assessments",
          ALLOCATION, "/cases",
          ESCALATION, "/custody");

  RefusedCallersTest(Installation baton) {
    super(baton);
  }

  @TestFactory
  Stream<DynamicTest> tokens(@TempDir Path elsewhere) throws IOException {
    var forged = new ForgedTokens(baton.home().keys());
    var agency = new Bearer("agency", "ncmec", null);
    var foreign = TokenIssuer.in(elsewhere).sign(agency, Duration.ofHours(1));
    var wrong = new LinkedHashMap<String, String>();
    wrong.put("no token", null);
    wrong.put("no token but words", "nonsense");
    wrong.put("another signature", foreign);
    wrong.put("expired", baton.tokens().sign(agency, Duration.ofMinutes(-10)));
    wrong.put("another audience", forged.forAnotherAudience());
    wrong.put("another issuer", forged.ofAnotherIssuer());
    wrong.put("signed with the public key as secret", forged.signedWithThePublicKeyAsSecret());
    wrong.put("not signed", forged.unsigned());
    return Stream.of(ServiceName.values())
        .flatMap(service -> wrong.keySet().stream().map(name -> bearing(service, name, wrong)))
        .map(this::test);
  }

  private static BadRequest bearing(ServiceName service, String name, Map<String, String> tokens) {
    return Sent.get(service, A_READ.get(service))
        .with(tokens.get(name))
        .gives(name, 401, "token-missing-or-wrong");
  }

  @TestFactory
  Stream<DynamicTest> roles() {
    var noPerson = new Who("supervisor", KENT, null);
    var noRole = new Who("janitor", KENT, "p-46-1");
    return Stream.of(
            post(INTAKE, OFFICER, "/referrals", good()).gives("an officer sends", 403, null),
            post(INTAKE, Staff.auditor(), "/batches", "").ndjson().gives("an auditor", 403, null),
            get(RISK, AGENCY, "/assessments").gives("an agency assesses", 403, null),
            post(RISK, OFFICER, risk("/assessor"), "{}").gives("an officer offers", 403, null),
            post(RISK, Staff.allocator(KENT), risk("/assessor"), "{\"person\":\"p-nca-11\"}")
                .gives("a force offers to an assessor", 403, null),
            post(RISK, Staff.auditor(), risk("/grade"), "{}").gives("auditor grades", 403, null),
            get(ALLOCATION, AGENCY, "/cases").gives("an agency reads cases", 403, null),
            post(ALLOCATION, OFFICER, kase("/disseminations"), "{}")
                .gives("an officer disseminates", 403, null),
            post(ALLOCATION, Staff.supervisor(KENT), "/teams", "{}")
                .gives("a force forms a team", 403, null),
            post(ESCALATION, AGENCY, "/sweeps", "{}").gives("an agency sweeps", 403, null),
            get(ESCALATION, AGENCY, "/custody/" + referral()).gives("an agency asks", 403, null),
            get(ESCALATION, OFFICER, "/audit/referrals/" + referral() + "/events")
                .gives("an officer audits", 403, null),
            get(RISK, OFFICER, "/parked").gives("an officer lists what is parked", 403, null),
            get(RISK, noPerson, "/assessments")
                .gives("a person's role without a person", 403, "token-insufficient"),
            get(RISK, noRole, "/assessments").gives("an unknown role", 403, null))
        .map(this::test);
  }

  @TestFactory
  Stream<DynamicTest> what_another_organisation_owns() {
    return Stream.of(
            get(INTAKE, Staff.agency("another-agency"), "/referrals/" + referral())
                .gives("another agency's referral", 404, "not-found"),
            get(RISK, new Who("supervisor", SURREY, "p-45-1"), "/assessments/" + referral())
                .gives("an assessment of no concern to Surrey", 404, null),
            get(ALLOCATION, Staff.supervisor(SURREY), "/cases/" + referral())
                .gives("a case of no concern to Surrey", 404, null),
            get(ESCALATION, Staff.supervisor(SURREY), "/custody/" + referral())
                .gives("custody of no concern to Surrey", 404, null),
            post(ALLOCATION, Staff.supervisor(SURREY), kase("/disseminations/1/acceptance"), ACCEPT)
                .gives("Surrey accepts what was not offered", 404, null))
        .map(this::test);
  }
}
