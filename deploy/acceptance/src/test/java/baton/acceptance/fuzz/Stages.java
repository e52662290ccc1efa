package baton.acceptance.fuzz;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.RISK;
import static baton.local.client.Staff.NCA;

import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Brings a referral that is new to where the story goes on with one or the other. Each gives the
 * number of the offer that is waiting, or 0 where none is.
 */
record Stages(Staff staff, BatonClient client) {
  static final String OFFICER = Staff.worker("46", 0);
  static final Who HEAD = Staff.supervisor(NCA);
  static final Who DESK = Staff.allocator(NCA);
  static final Who ANN = new Who("assessor", NCA, Staff.worker(NCA, 0));
  static final Who KENTS = Staff.supervisor("46");
  static final Who OLA = new Who("officer", "46", OFFICER);

  int offered(String referral) {
    staff.offerToAssessor(referral, ANN.person());
    return 0;
  }

  int assessed(String referral) {
    offered(referral);
    staff.assessorAccepts(referral, ANN.person());
    return 0;
  }

  int ending(String referral) {
    assessed(referral);
    risk(ANN, referral, "/end", Map.of("end", "HELD", "reason", "synthetic"));
    return 0;
  }

  int held(String referral) {
    ending(referral);
    risk(HEAD, referral, "/end/confirmation", Map.of());
    return 0;
  }

  int sent(String referral) {
    return staff.disseminate(referral, "46");
  }

  /** To somebody who is not on Baton. */
  int abroad(String referral) {
    return kase(DESK, referral, "/disseminations", Map.of("force", "ncb-oslo", "outside", true))
        .path("number")
        .asInt();
  }

  int recorded(String referral) {
    int number = abroad(referral);
    var body =
        Map.of("name", "synthetic", "acceptedAt", "2026-01-01T00:00:00Z", "reference", "N-7");
    kase(DESK, referral, "/disseminations/" + number + "/recorded-acceptance", body);
    return number;
  }

  int accepted(String referral) {
    staff.forceAccepts(referral, "46", sent(referral));
    return 0;
  }

  int allocated(String referral) {
    accepted(referral);
    return staff.allocate(referral, "46", OFFICER);
  }

  int taken(String referral) {
    staff.officerAccepts(referral, "46", OFFICER, allocated(referral));
    return 0;
  }

  int proposed(String referral) {
    taken(referral);
    kase(OLA, referral, "/outcome", Map.of("outcome", "ARRESTED", "reason", "synthetic"));
    return 0;
  }

  int concluded(String referral) {
    taken(referral);
    staff.concludes(referral, "46", OFFICER, "ARRESTED");
    return 0;
  }

  /** What an officer has to have read before the package is opened to him or her. */
  String conditions(String referral) {
    return client.get(ALLOCATION, OLA, "/cases/" + referral).orFail().path("conditionsId").asText();
  }

  private void risk(Who who, String referral, String path, Object body) {
    post(RISK, who, "/assessments/" + referral + path, body);
  }

  private JsonNode kase(Who who, String referral, String path, Object body) {
    return post(ALLOCATION, who, "/cases/" + referral + path, body);
  }

  private JsonNode post(ServiceName service, Who who, String path, Object body) {
    return client.post(service, who, path, body).orFail();
  }
}
