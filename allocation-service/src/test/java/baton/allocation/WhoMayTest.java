package baton.allocation;

import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.supervisor;
import static io.restassured.RestAssured.given;

import baton.allocation.feed.FeedOf;
import baton.contract.ReferralId;
import baton.platform.testing.WhoMay;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call by everybody (contracts, "Who may"). {offered} is disseminated to force 46; {held} is
 * with p-ola of force 46; {moved} likewise, and offered to force 42; {free} is offered to nobody.
 * Everybody of force 46 is p-ola, the supervisor is p-sue, and force 46's system speaks for p-ola.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WhoMayTest {
  private static final List<String> EVERYBODY =
      List.of(
          "nobody",
          "agency toronto-police",
          "assessor nca",
          "allocator nca",
          "supervisor nca",
          "allocator 46",
          "officer 46",
          "supervisor 46",
          "force-system 46",
          "allocator 42",
          "officer 42",
          "supervisor 42",
          "auditor hmicfrs",
          "administrator 46",
          "administrator 42",
          "administrator baton");

  private static ReferralId free;
  private static ReferralId offered;
  private static ReferralId held;
  private static ReferralId moved;

  @Inject AllocationWorld world;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nobody, agency, assessor; nca: allocator, supervisor; 46: allocator, officer, supervisor, system; 42: allocator, officer, supervisor; auditor; administrator 46, 42, baton
          GET  /cases                                                       | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
          GET  /cases/{free}                                                | 401 | 403 | 403 | 200 | 200 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 200 | 404 | 404 | 404
          GET  /cases/{offered}                                             | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 200 | 200 | 404 | 404
          GET  /cases/{held}                                                | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 200 | 200 | 404 | 404
          GET  /cases/{held}/disseminations/1                               | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 200 | 200 | 404 | 404
          GET  /cases/{held}/allocations/1                                  | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 200 | 200 | 404 | 404
          POST /cases/{offered}/disseminations {"force":"46"}               | 401 | 403 | 403 | 200 | 200 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/disseminations/1/withdrawal {}                 | 401 | 403 | 403 | 409 | 409 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{moved}/disseminations {"force":"42"}                 | 401 | 403 | 403 | 409 | 409 | 200 | 403 | 200 | 200 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          GET  /cases/{moved}                                               | 401 | 403 | 403 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 404
          POST /cases/{moved}/disseminations/2/recorded-acceptance {"name":"n","acceptedAt":"2026-01-01T00:00:00Z","reference":"r"} | 401 | 403 | 403 | 409 | 409 | 409 | 403 | 409 | 409 | 409 | 403 | 409 | 403 | 403 | 403 | 403
          POST /cases/{moved}/disseminations/2/recorded-acceptance/confirmation {} | 401 | 403 | 403 | 409 | 409 | 409 | 403 | 409 | 409 | 409 | 403 | 409 | 403 | 403 | 403 | 403
          POST /cases/{held}/reviews {"owner":"p-ola","nextReview":"2999-01-01T00:00:00Z"} | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 422 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/local-references {"system":"NICHE","reference":"who-may"} | 401 | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/content {}                                     | 401 | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/reopening {"reason":"r"}                       | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403
          PUT  /tie-breakers {"one":"46","other":"42","organisation":"46","person":"p-sue"} | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200
          POST /reconciliations?system=who-may []                           | 401 | 403 | 403 | 403 | 200 | 403 | 403 | 200 | 200 | 403 | 403 | 200 | 403 | 403 | 403 | 403
          PUT  /joint-units/who-may-unit {"forces":["01"]}                  | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200
          POST /cases/{held}/disseminations/1/acceptance {"person":"p-sue"} | 401 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 200 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/disseminations/1/decline {"reason":"ABSENT"}   | 401 | 403 | 403 | 403 | 403 | 409 | 403 | 409 | 409 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/allocations {"person":"p-ola"}                 | 401 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 200 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/allocations/1/acceptance {}                    | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 404 | 403 | 403 | 403 | 403 | 403
          POST /cases/{held}/allocations/1/decline {"reason":"ABSENT"}      | 401 | 403 | 403 | 403 | 403 | 403 | 409 | 403 | 409 | 403 | 404 | 403 | 403 | 403 | 403 | 403
          POST /cases/{held}/allocations/1/withdrawal {}                    | 401 | 403 | 403 | 403 | 403 | 409 | 403 | 409 | 409 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/actions {"kind":"ARREST","happenedAt":"2026-01-01T00:00:00Z"} | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 404 | 403 | 403 | 403 | 403 | 403
          POST /cases/{held}/outcome {"outcome":"ARRESTED"}                 | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 404 | 403 | 403 | 403 | 403 | 403
          GET  /roster/46                                                   | 401 | 403 | 404 | 404 | 200 | 200 | 200 | 200 | 200 | 404 | 404 | 404 | 200 | 200 | 404 | 200
          POST /teams {"organisation":"46","id":"kent-polit","supervisor":"p-sue"} | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 404 | 200
          POST /officers {"organisation":"46","person":"p-new","team":"kent-polit"} | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 404 | 200
          GET  /disseminations                                              | 401 | 403 | 403 | 404 | 404 | 200 | 403 | 200 | 200 | 200 | 403 | 200 | 403 | 403 | 403 | 403
          GET  /disseminations?force=46                                     | 401 | 403 | 403 | 404 | 404 | 200 | 403 | 200 | 200 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          GET  /disseminations?force=42                                     | 401 | 403 | 403 | 404 | 404 | 404 | 403 | 404 | 404 | 200 | 403 | 200 | 403 | 403 | 403 | 403
          GET  /disseminations?force=nca                                    | 401 | 403 | 403 | 404 | 404 | 404 | 403 | 404 | 404 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /disseminations/receipts?force=46 {"upTo":1}                 | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /disseminations/receipts?force=42 {"upTo":1}                 | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 403 | 403 | 403
          POST /disseminations/catch-up?force=46 {}                         | 401 | 403 | 403 | 404 | 404 | 200 | 403 | 200 | 200 | 404 | 403 | 404 | 403 | 403 | 403 | 403
          POST /cases/{held}/outcome/confirmation {}                        | 401 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403
          """)
  void every_call_by_everybody(ArgumentsAccessor row) {
    prepareOnce();
    String call =
        row.getString(0)
            .replace("{free}", free.toString())
            .replace("{offered}", offered.toString())
            .replace("{held}", held.toString())
            .replace("{moved}", moved.toString());
    WhoMay.check(call, row, EVERYBODY, WhoMayTest::as);
  }

  /** The same for every call: what repeats what is so already answers 200. */
  private void prepareOnce() {
    if (held != null) return;
    world.kentIsStaffed();
    world.staffed("42", "essex-polit", "p-sue", "p-ola");
    free = world.received();
    offered = world.received();
    world.disseminated(offered, KENT);
    moved = world.withOla();
    supervisor("46").body(Map.of("force", "42")).post("/cases/" + moved + "/disseminations");
    held = world.withOla();
    new FeedOf("46").told(held, "disseminated");
  }

  private static RequestSpecification as(String who) {
    if (who.equals("nobody")) return given();
    String[] words = who.split(" ");
    String person =
        switch (words[0]) {
          case "agency", "force-system" -> null;
          case "supervisor" -> "p-sue";
          default -> "p-ola";
        };
    var request = given().auth().oauth2(Tokens.of(words[0], words[1], person));
    return words[0].equals("force-system")
        ? request.header("Baton-On-Behalf-Of", "p-ola")
        : request;
  }
}
