package baton.intake;

import static io.restassured.RestAssured.given;

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
 * Every call by everybody. The referral is Toronto's, and still the NCA's to work on. A force's
 * system speaks for p-kent; what several post under one reference is the organisation's own.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WhoMayTest {
  private static final List<String> EVERYBODY =
      List.of(
          "nobody",
          "agency toronto-police",
          "agency oslo-police",
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

  private static String sent;

  @Inject IntakeWorld world;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nobody, agency toronto, oslo, assessor nca, 46, allocator nca, 46, officer, supervisor nca, 46, force-system, auditor, administrator
          GET  /forces                                        | 401 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
          GET  /referrals                                     | 401 | 200 | 200 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 403
          GET  /referrals/{id}                                | 401 | 200 | 404 | 403 | 403 | 404 | 404 | 404 | 200 | 404 | 404 | 200 | 403
          GET  /referrals/{id}/progress                       | 401 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 404 | 404 | 200 | 403
          POST /referrals {"reference":"who","type":"OTHER"}  | 401 | 200 | 200 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /referrals/own {"reference":"who","type":"OTHER"} | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 200 | 403 | 200 | 200 | 403 | 403
          POST /referrals/{id}/progress-requests {}           | 401 | 201 | 404 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /referrals/{id}/progress {"text":"news"}       | 401 | 403 | 403 | 200 | 404 | 200 | 404 | 404 | 200 | 404 | 404 | 403 | 403
          """)
  void every_call_by_everybody(ArgumentsAccessor row) {
    sendOne();
    String call = row.getString(0).replace("{id}", sent);
    WhoMay.check(call, row, EVERYBODY, WhoMayTest::as);
  }

  /** One for all calls; what repeats a receipt answers 200. */
  private void sendOne() {
    if (sent != null) return;
    world.staff("46", "p-kent");
    String who = "{\"reference\":\"who\",\"type\":\"OTHER\"}";
    Agency.OSLO.sends(who).statusCode(201);
    IntakeWorld.as("officer", "46", "p-kent")
        .body(who)
        .post("/referrals/own")
        .then()
        .statusCode(201);
    sent = Agency.TORONTO.sends(who).statusCode(201).extract().path("referralId");
  }

  private static RequestSpecification as(String who) {
    if (who.equals("nobody")) return given();
    String[] words = who.split(" ");
    boolean machine = words[0].equals("agency") || words[0].equals("force-system");
    var request = given().auth().oauth2(Tokens.of(words[0], words[1], machine ? null : "p-kent"));
    return words[0].equals("force-system")
        ? request.header("Baton-On-Behalf-Of", "p-kent")
        : request;
  }
}
