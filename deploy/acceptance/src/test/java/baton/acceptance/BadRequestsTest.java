package baton.acceptance;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;

import baton.acceptance.BadRequest.Sent;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** What is wrong is refused with a problem that says what. */
@Order(6)
class BadRequestsTest extends Refusals {
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final String NO_ID = "not-a-uuid";
  private static final String NOBODYS = "01970000-0000-7000-8000-000000000000";
  private static final int FIFTY_MB = 50 * 1024 * 1024;
  private static final String KENT_BY_NAME = "{\"force\":\"Kent\"}";
  private static final String LOW = "{\"priority\":\"LOW\"}";
  private static final String FUTURE = "\"2999-01-01T00:00:00Z\"";
  private static final String DOUBLE =
      "{\"reference\":\"X\",\"reference\":\"Y\",\"type\":\"OTHER\"}";

  BadRequestsTest(Installation baton) {
    super(baton);
  }

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
            refused(
                "an unknown type", "{\"reference\":\"X\",\"type\":\"SPAM\"}", 422, "wrong-form"),
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
            post(RISK, ASSESSOR, risk("/priority"), LOW)
                .as("text/plain")
                .gives("JSON that says it is text", 415, "unsupported-media-type"),
            post(RISK, ASSESSOR, risk("/priority"), LOW)
                .as("nonsense")
                .gives("a Content-Type that is none", 415, "unsupported-media-type"),
            post(RISK, ASSESSOR, risk("/priority"), "{").gives("malformed", 400, "malformed-json"),
            post(RISK, ASSESSOR, risk("/priority"), "").gives("nothing", 422, "missing"),
            post(RISK, ASSESSOR, risk("/priority"), deep).gives("depth", 400, null),
            post(RISK, ASSESSOR, risk("/force"), "{\"force\":\"Kent\"}")
                .gives("an unknown force", 422, "unknown-force"),
            post(RISK, ASSESSOR, risk("/grade"), "{\"grade\":{}}").gives("wrong form", 422, null),
            post(ALLOCATION, Staff.allocator(Staff.NCA), kase("/disseminations"), KENT_BY_NAME)
                .as("text/plain")
                .gives("JSON that says it is text", 415, "unsupported-media-type"),
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

  @TestFactory
  Stream<DynamicTest> paths_and_parameters() {
    return Stream.concat(
            Stream.of(ServiceName.values()).flatMap(this::ofEveryService),
            Stream.of(
                get(INTAKE, AGENCY, "/referrals/" + NO_ID).gives("no id", 404, null),
                get(INTAKE, AGENCY, "/referrals/" + NOBODYS).gives("nobody's id", 404, "not-found"),
                get(INTAKE, AGENCY, "/batches/" + NO_ID).gives("no id", 404, null),
                get(INTAKE, AGENCY, "/referrals?after=%00")
                    .gives("a zero byte in a query", 422, "parameter-unusable"),
                get(INTAKE, AGENCY, "/referrals?after=zzz")
                    .gives("a bad cursor", 422, "wrong-parameter"),
                get(INTAKE, AGENCY, "/referrals?limit=0").gives("no limit", 422, "invalid-value"),
                get(INTAKE, AGENCY, "/referrals?limit=x")
                    .gives("a bad limit", 422, "wrong-parameter"),
                get(RISK, ASSESSOR, "/assessments/" + NO_ID).gives("no id", 404, null),
                get(RISK, ASSESSOR, "/assessments?after=zzz")
                    .gives("a bad cursor", 422, "wrong-parameter"),
                get(RISK, ASSESSOR, "/assessments?state=?").gives("a bad state", 422, null),
                post(RISK, ASSESSOR, "/assessments/" + NOBODYS + "/priority", LOW)
                    .gives("a referral that was not read", 404, "not-read-yet"),
                get(ALLOCATION, OFFICER, "/cases/" + NO_ID).gives("no id", 404, null),
                get(ALLOCATION, OFFICER, "/cases?after=zzz")
                    .gives("a bad cursor", 422, "wrong-parameter"),
                post(ALLOCATION, OFFICER, kase("/allocations/x/acceptance"), "{}")
                    .gives("no number", 404, null),
                get(ESCALATION, OFFICER, "/custody/" + NO_ID).gives("no id", 404, null),
                get(ESCALATION, OFFICER, "/custody?asAt=then").gives("no time", 422, null),
                get(ESCALATION, OFFICER, "/custody?state=lost").gives("a bad state", 422, null),
                get(ESCALATION, OFFICER, "/escalations?after=x")
                    .gives("a bad cursor", 422, "wrong-parameter"),
                get(ESCALATION, Staff.auditor(), "/sweeps/" + NO_ID).gives("no id", 404, null)))
        .map(this::test);
  }

  private Stream<BadRequest> ofEveryService(ServiceName service) {
    return Stream.of(
        get(service, ADMINISTRATOR, "/no/such/path").gives("an unknown path", 404, "not-found"),
        new Sent(service, "DELETE", "/progress", baton.token(ADMINISTRATOR))
            .gives("a wrong method", 405, "method-not-allowed"),
        post(service, ADMINISTRATOR, "/parked/" + NO_ID + "/retry", "{}").gives("no id", 404, null),
        post(service, ADMINISTRATOR, "/parked/" + NOBODYS + "/retry", "{}")
            .gives("nothing parked", 404, "not-found"),
        new Sent(service, "PUT", "/clock", baton.token(ADMINISTRATOR))
            .body("{\"now\":\"1999-01-01T00:00:00Z\"}")
            .gives("back in time", 409, "clock-refused"),
        new Sent(service, "PUT", "/clock", baton.token(ADMINISTRATOR))
            .body("{\"now\":\"noon\"}")
            .gives("no time", 422, null));
  }

  private BadRequest refused(String name, String body, int status, String code) {
    return post(INTAKE, AGENCY, "/referrals", body).gives(name, status, code);
  }

  private static String with(String field, String value) {
    return "{\"reference\":\"NEVER-STORED\",\"type\":\"OTHER\",\"" + field + "\":" + value + "}";
  }

  private static String withReference(String reference) {
    return "{\"reference\":\"" + reference + "\",\"type\":\"OTHER\"}";
  }
}
