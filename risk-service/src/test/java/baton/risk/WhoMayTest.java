package baton.risk;

import static io.restassured.RestAssured.given;

import baton.contract.ReferralId;
import baton.platform.testing.WhoMay;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call by everybody (contracts, "Who may"). The referral is the NCA's; force 46 has not
 * accepted it, so that for its people it is not there. A force's system speaks for p-kent.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WhoMayTest {
  private static final List<String> EVERYBODY =
      List.of(
          "nobody",
          "agency toronto-police",
          "assessor nca",
          "assessor 46",
          "allocator nca",
          "allocator 46",
          "officer 46",
          "supervisor nca",
          "supervisor 46",
          "force-system 46",
          "auditor hmicfrs",
          "administrator baton");

  private static ReferralId offered;

  @Inject RiskWorld world;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nobody, agency, assessor nca, 46, allocator nca, 46, officer, supervisor nca, 46, force-system, auditor, administrator
          GET  /assessments                                           | 401 | 403 | 200 | 200 | 200 | 200 | 403 | 200 | 200 | 200 | 200 | 403
          GET  /assessments/{id}                                      | 401 | 403 | 200 | 404 | 200 | 404 | 403 | 200 | 404 | 404 | 200 | 403
          POST /assessments/{id}/assessor {"person":"p-ann"}          | 401 | 403 | 403 | 403 | 200 | 403 | 403 | 200 | 403 | 403 | 403 | 403
          POST /assessments/{id}/assessor/acceptance {}               | 401 | 403 | 200 | 404 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /assessments/{id}/assessor/decline {"reason":"ABSENT"} | 401 | 403 | 409 | 404 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /assessments/{id}/priority {"priority":"HIGH"}         | 401 | 403 | 200 | 404 | 403 | 403 | 403 | 200 | 404 | 403 | 403 | 403
          POST /assessments/{id}/force {"force":"42"}                 | 401 | 403 | 200 | 404 | 403 | 403 | 403 | 200 | 404 | 403 | 403 | 403
          POST /assessments/{id}/grade {"grade":"HIGH"}               | 401 | 403 | 200 | 404 | 403 | 403 | 403 | 200 | 404 | 404 | 403 | 403
          POST /assessments/{id}/comms-data {"until":"2000-01-01T00:00:00Z","reason":"r"} | 401 | 403 | 422 | 404 | 403 | 403 | 403 | 422 | 404 | 403 | 403 | 403
          POST /assessments/{id}/acknowledgement {}                   | 401 | 403 | 409 | 404 | 409 | 404 | 404 | 409 | 404 | 403 | 403 | 403
          POST /assessments/{id}/end {"end":"HELD","reason":"r"}      | 401 | 403 | 200 | 404 | 403 | 403 | 403 | 200 | 404 | 403 | 403 | 403
          POST /assessments/{id}/end/confirmation {}                  | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 409 | 404 | 403 | 403 | 403
          POST /assessments/{id}/hold/review {"reason":"r"}           | 401 | 403 | 409 | 404 | 403 | 403 | 403 | 409 | 404 | 403 | 403 | 403
          POST /assessments/{id}/hold/end {"reason":"r"}              | 401 | 403 | 409 | 404 | 403 | 403 | 403 | 409 | 404 | 403 | 403 | 403
          """)
  void every_call_by_everybody(ArgumentsAccessor row) {
    offerOneToAnn();
    String call = row.getString(0).replace("{id}", offered.toString());
    WhoMay.check(call, row, EVERYBODY, WhoMayTest::as);
  }

  /** One for all calls: what repeats what is so already answers 200. */
  private void offerOneToAnn() {
    if (offered != null) return;
    world.staff("nca", "p-ann");
    world.staff("46", "p-kent");
    offered = world.received();
    world.offer(offered, "p-ann").then().statusCode(201);
  }

  private static RequestSpecification as(String who) {
    if (who.equals("nobody")) return given();
    String[] words = who.split(" ");
    boolean machine = words[0].equals("agency") || words[0].equals("force-system");
    var request = given().auth().oauth2(Tokens.of(words[0], words[1], machine ? null : "p-ann"));
    return words[0].equals("force-system")
        ? request.header("Baton-On-Behalf-Of", "p-kent")
        : request;
  }
}
