package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.acceptance.Installation.SURREY;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.BadRequest.Sent;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is refused with a problem that says what, and leaves no trace. */
@Order(6)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(RunningBaton.class)
class BadRequestsTest {
  private static final Who AGENCY = Staff.agency("ncmec");
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final Who ASSESSOR = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, 1));
  private static final Who OFFICER = new Who("officer", KENT, Staff.worker(KENT, 1));
  private static final String NO_ID = "not-a-uuid";
  private static final String NOBODYS = "01970000-0000-7000-8000-000000000000";
  private static final int FIFTY_MB = 50 * 1024 * 1024;

  private static final Map<ServiceName, String> A_READ =
      Map.of(
          INTAKE, "/referrals",
          RISK, "/assessments",
          ALLOCATION, "/cases",
          ESCALATION, "/custody");

  private final Installation baton;
  private final Databases databases;
  private String referral;
  private Map<String, Long> storedBefore;

  BadRequestsTest(Installation baton) {
    this.baton = baton;
    this.databases = new Databases(baton.postgres());
  }

  @BeforeAll
  void with_one_good_referral() throws SQLException {
    referral = baton.staff().send("ncmec", Referrals.referral("GOOD-ONE", KENT));
    baton.settle();
    storedBefore = databases.stored();
  }

  @AfterAll
  void nothing_was_stored() throws SQLException {
    baton.settle();
    assertThat(databases.stored()).as("events in each store").isEqualTo(storedBefore);
    assertThat(databases.one("intake", "select count(*) from idempotency_key"))
        .as("keys of refused requests")
        .isEqualTo("0");
  }

  @TestFactory
  Stream<DynamicTest> tokens(@TempDir Path elsewhere) throws IOException {
    var forged = new ForgedTokens(baton.home().keys());
    var agency = new Bearer("agency", "ncmec", null);
    var foreign = TokenIssuer.in(elsewhere).sign(agency, Duration.ofHours(1));
    var expired = baton.tokens().sign(agency, Duration.ofMinutes(-10));
    var wrong =
        Map.of(
            "no token",
            "",
            "no token at all but words",
            "nonsense",
            "another signature",
            foreign,
            "expired",
            expired,
            "another audience",
            forged.forAnotherAudience(),
            "another issuer",
            forged.ofAnotherIssuer(),
            "signed with the public key as secret",
            forged.signedWithThePublicKeyAsSecret(),
            "not signed",
            forged.unsigned());
    return wrong.entrySet().stream()
        .flatMap(
            token ->
                Stream.of(ServiceName.values())
                    .map(
                        service ->
                            Sent.get(service, A_READ.get(service))
                                .with(token.getValue().isEmpty() ? null : token.getValue())
                                .gives(token.getKey(), 401, "token-missing-or-wrong")))
        .map(this::test);
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
            get(ESCALATION, AGENCY, "/custody/" + referral).gives("an agency asks", 403, null),
            get(ESCALATION, OFFICER, "/audit/referrals/" + referral + "/events")
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
            get(INTAKE, Staff.agency("another-agency"), "/referrals/" + referral)
                .gives("another agency's referral", 404, "not-found"),
            get(RISK, new Who("supervisor", SURREY, "p-45-1"), "/assessments/" + referral)
                .gives("an assessment of no concern to Surrey", 404, null),
            get(ALLOCATION, Staff.supervisor(SURREY), "/cases/" + referral)
                .gives("a case of no concern to Surrey", 404, null),
            get(ESCALATION, Staff.supervisor(SURREY), "/custody/" + referral)
                .gives("custody of no concern to Surrey", 404, null),
            post(ALLOCATION, Staff.supervisor(SURREY), kase("/disseminations/1/acceptance"), ACCEPT)
                .gives("Surrey accepts what was not offered", 404, null))
        .map(this::test);
  }

  private static final String ACCEPT = "{\"team\":\"45-polit\",\"person\":\"p-45-1\"}";

  @TestFactory
  Stream<DynamicTest> bodies() {
    var deep = "[".repeat(100_000);
    return Stream.of(
            refused("malformed JSON", "{\"reference\":\"X\",\"type\"", 400, "malformed-json"),
            refused("nothing", "", 400, "malformed-json"),
            refused("null", "null", 400, "malformed-json"),
            refused("a list", "[]", 400, "malformed-json"),
            refused("two objects", good() + good(), 400, "malformed-json"),
            refused("depth", "{\"reference\":\"X\",\"a\":" + deep, 400, "malformed-json"),
            refused(
                "a number of a million digits", "{\"a\":" + "9".repeat(400_000) + "}", 400, null),
            refused("the same field twice", DOUBLE, 400, "malformed-json"),
            refused("no reference", "{\"type\":\"OTHER\"}", 422, "missing"),
            refused("an unknown type", "{\"reference\":\"X\",\"type\":\"SPAM\"}", 422, "wrong-form"),
            refused("an unknown force", with("force", "\"Kent\""), 422, "unknown-force"),
            refused("a future date", with("providerReportedAt", FUTURE), 422, "date-in-future"),
            refused("half a character", withReference("\\ud83d"), 422, "wrong-form"),
            refused("a zero byte", withReference("a\\u0000b"), 422, "wrong-form"),
            post(INTAKE, AGENCY, "/referrals", "<xml/>")
                .as("text/plain")
                .gives("another content type", 415, "unsupported-media-type"),
            post(INTAKE, AGENCY, "/batches", good())
                .as("text/html")
                .gives("an HTML batch", 415, null),
            post(INTAKE, AGENCY, "/referrals", "").of(FIFTY_MB).gives("50 MB", 413, "too-large"),
            post(RISK, ASSESSOR, risk("/priority"), "")
                .of(FIFTY_MB)
                .gives("50 MB", 413, "too-large"),
            post(RISK, ASSESSOR, risk("/priority"), "{").gives("malformed", 400, "malformed-json"),
            post(RISK, ASSESSOR, risk("/priority"), "").gives("nothing", 422, "missing"),
            post(RISK, ASSESSOR, risk("/priority"), deep).gives("depth", 400, null),
            post(RISK, ASSESSOR, risk("/force"), "{\"force\":\"Kent\"}")
                .gives("an unknown force", 422, "unknown-force"),
            post(RISK, ASSESSOR, risk("/grade"), "{\"grade\":{}}").gives("wrong form", 422, null),
            post(ALLOCATION, Staff.allocator(Staff.NCA), kase("/disseminations"), "{")
                .gives("malformed", 400, "malformed-json"),
            post(ALLOCATION, Staff.allocator(Staff.NCA), kase("/disseminations"), "")
                .gives("nothing", 422, null),
            post(ALLOCATION, Staff.allocator(Staff.NCA), kase("/disseminations"), "")
                .of(FIFTY_MB)
                .gives("50 MB", 413, "too-large"),
            post(ALLOCATION, Staff.allocator(Staff.NCA), kase("/disseminations"), KENT_BY_NAME)
                .gives("an unknown force", 422, "unknown-force"),
            post(ESCALATION, Staff.auditor(), "/sweeps", "{\"asAt\":\"yesterday\"}")
                .gives("no time", 422, null),
            post(ESCALATION, Staff.auditor(), "/sweeps", "{").gives("malformed", 400, null))
        .map(this::test);
  }

  private static final String KENT_BY_NAME = "{\"force\":\"Kent\"}";
  private static final String DOUBLE =
      "{\"reference\":\"X\",\"reference\":\"Y\",\"type\":\"OTHER\"}";
  private static final String FUTURE = "\"2999-01-01T00:00:00Z\"";

  @TestFactory
  Stream<DynamicTest> paths_and_parameters() {
    return Stream.concat(
            Stream.of(ServiceName.values()).flatMap(this::ofEveryService),
            Stream.of(
                get(INTAKE, AGENCY, "/referrals/" + NO_ID).gives("no id", 404, null),
                get(INTAKE, AGENCY, "/referrals/" + NOBODYS).gives("nobody's id", 404, "not-found"),
                get(INTAKE, AGENCY, "/batches/" + NO_ID).gives("no id", 404, null),
                get(INTAKE, AGENCY, "/referrals?after=%00").gives("a bad cursor", 422, "wrong-parameter"),
                get(INTAKE, AGENCY, "/referrals?limit=0").gives("no limit", 422, "invalid-value"),
                get(INTAKE, AGENCY, "/referrals?limit=x").gives("a bad limit", 404, null),
                get(RISK, ASSESSOR, "/assessments/" + NO_ID).gives("no id", 404, null),
                get(RISK, ASSESSOR, "/assessments?after=zzz").gives("a bad cursor", 422, "wrong-parameter"),
                get(RISK, ASSESSOR, "/assessments?state=?").gives("a bad state", 422, null),
                post(RISK, ASSESSOR, "/assessments/" + NOBODYS + "/priority", LOW)
                    .gives("a referral that was not read", 404, "not-read-yet"),
                get(ALLOCATION, OFFICER, "/cases/" + NO_ID).gives("no id", 404, null),
                get(ALLOCATION, OFFICER, "/cases?after=zzz").gives("a bad cursor", 422, "wrong-parameter"),
                post(ALLOCATION, OFFICER, kase("/allocations/x/acceptance"), "{}")
                    .gives("no number", 404, null),
                get(ESCALATION, OFFICER, "/custody/" + NO_ID).gives("no id", 404, null),
                get(ESCALATION, OFFICER, "/custody?asAt=then").gives("no time", 422, null),
                get(ESCALATION, OFFICER, "/custody?state=lost").gives("a bad state", 422, null),
                get(ESCALATION, OFFICER, "/escalations?after=x").gives("a bad cursor", 404, null),
                get(ESCALATION, Staff.auditor(), "/sweeps/" + NO_ID).gives("no id", 404, null)))
        .map(this::test);
  }

  private static final String LOW = "{\"priority\":\"LOW\"}";

  private Stream<BadRequest> ofEveryService(ServiceName service) {
    return Stream.of(
        get(service, ADMINISTRATOR, "/no/such/path").gives("an unknown path", 404, "not-found"),
        new Sent(service, "DELETE", "/progress", token(ADMINISTRATOR))
            .gives("a wrong method", 405, "method-not-allowed"),
        post(service, ADMINISTRATOR, "/parked/" + NO_ID + "/retry", "{}").gives("no id", 404, null),
        post(service, ADMINISTRATOR, "/parked/" + NOBODYS + "/retry", "{}")
            .gives("nothing parked", 404, "not-found"),
        new Sent(service, "PUT", "/clock", token(ADMINISTRATOR))
            .body("{\"now\":\"1999-01-01T00:00:00Z\"}")
            .gives("back in time", 409, "clock-refused"),
        new Sent(service, "PUT", "/clock", token(ADMINISTRATOR))
            .body("{\"now\":\"noon\"}")
            .gives("no time", 422, null));
  }

  private BadRequest refused(String name, String body, int status, String code) {
    return post(INTAKE, AGENCY, "/referrals", body).gives(name, status, code);
  }

  private Sent get(ServiceName service, Who who, String path) {
    return Sent.get(service, path).with(token(who));
  }

  private Sent post(ServiceName service, Who who, String path, String body) {
    return new Sent(service, "POST", path, token(who)).body(body);
  }

  private String token(Who who) {
    return baton.token(who);
  }

  private String risk(String action) {
    return "/assessments/" + referral + action;
  }

  private String kase(String action) {
    return "/cases/" + referral + action;
  }

  private static String good() {
    return Referrals.json(Referrals.referral("NEVER-STORED", KENT));
  }

  private static String with(String field, String value) {
    return "{\"reference\":\"NEVER-STORED\",\"type\":\"OTHER\",\"" + field + "\":" + value + "}";
  }

  private static String withReference(String reference) {
    return "{\"reference\":\"" + reference + "\",\"type\":\"OTHER\"}";
  }

  private DynamicTest test(BadRequest request) {
    return DynamicTest.dynamicTest(request.toString(), () -> request.assertRefused(Http.to(baton)));
  }
}
