package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.BadRequest.Sent;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused leaves no trace: no service stores an event while it answers all of it. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(RunningBaton.class)
abstract class Refusals {
  static final Who AGENCY = Staff.agency("ncmec");
  static final Who ASSESSOR = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, 1));
  static final Who OFFICER = new Who("officer", KENT, Staff.worker(KENT, 1));

  final Installation baton;
  private final Databases databases;
  private String referral;
  private Map<String, Long> storedBefore;

  Refusals(Installation baton) {
    this.baton = baton;
    this.databases = new Databases(baton.postgres());
  }

  @BeforeAll
  void with_one_good_referral() throws SQLException {
    referral = baton.staff().send("ncmec", Referrals.referral("GOOD " + getClass(), KENT));
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

  /** The good one, of the agency {@link #AGENCY} and for Kent. */
  String referral() {
    return referral;
  }

  Sent get(ServiceName service, Who who, String path) {
    return Sent.get(service, path).with(baton.token(who));
  }

  Sent post(ServiceName service, Who who, String path, String body) {
    return new Sent(service, "POST", path, baton.token(who)).body(body);
  }

  String risk(String action) {
    return "/assessments/" + referral + action;
  }

  String kase(String action) {
    return "/cases/" + referral + action;
  }

  static String good() {
    return Referrals.json(Referrals.referral("NEVER-STORED", KENT));
  }

  DynamicTest test(BadRequest request) {
    return DynamicTest.dynamicTest(request.toString(), () -> request.assertRefused(Http.to(baton)));
  }
}
