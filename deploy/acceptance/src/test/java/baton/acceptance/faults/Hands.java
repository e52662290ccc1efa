package baton.acceptance.faults;

import static baton.acceptance.faults.Load.KENT;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.RISK;

import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.util.Map;
import java.util.Set;

/** The people through whose hands one referral goes, from the desk to an officer. */
final class Hands {
  /** Everything that they do, as their events' types say it. */
  static final Set<String> CHANGES =
      Set.of(
          "assessor-assigned",
          "assessment-accepted",
          "triage-priority-set",
          "case-disseminated",
          "dissemination-accepted",
          "case-allocated",
          "allocation-accepted");

  private final Load load;
  private final String referral;
  private final Who assessor;
  private final Who force = Staff.supervisor(KENT);
  private final Who officer;
  private final boolean stays;

  /**
   * @param n tells who they are; every third referral stays with its assessor
   */
  Hands(Load load, String referral, int n) {
    this.load = load;
    this.referral = referral;
    this.assessor = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, n));
    this.officer = new Who("officer", KENT, Staff.worker(KENT, n));
    this.stays = n % 3 == 0;
  }

  /** As far as it gets. */
  void handOn() {
    if (!assessed() || stays) return;
    int sent =
        number(
            Staff.allocator(Staff.NCA),
            "/disseminations",
            Map.of("force", KENT, "note", "synthetic"),
            "case-disseminated");
    if (sent == 0 || !taken(sent)) return;
    int offered =
        number(force, "/allocations", Map.of("person", officer.person()), "case-allocated");
    if (offered != 0)
      done(
          ALLOCATION,
          officer,
          "/allocations/" + offered + "/acceptance",
          Map.of(),
          "allocation-accepted");
  }

  private boolean assessed() {
    return done(
            RISK,
            Staff.supervisor(Staff.NCA),
            "/assessor",
            Map.of("person", assessor.person()),
            "assessor-assigned")
        && done(RISK, assessor, "/assessor/acceptance", Map.of(), "assessment-accepted")
        && done(
            RISK,
            assessor,
            "/priority",
            Map.of("priority", "LOW", "reason", "synthetic"),
            "triage-priority-set");
  }

  private boolean taken(int sent) {
    return done(
        ALLOCATION,
        force,
        "/disseminations/" + sent + "/acceptance",
        Map.of("team", Staff.team(KENT), "person", force.person()),
        "dissemination-accepted");
  }

  private boolean done(ServiceName service, Who who, String path, Object body, String event) {
    return load.attempt(service, who, referral, of(service) + path, body, event) != null;
  }

  private int number(Who who, String path, Object body, String event) {
    var outcome = load.attempt(ALLOCATION, who, referral, of(ALLOCATION) + path, body, event);
    return outcome == null ? 0 : outcome.body().path("number").asInt();
  }

  private String of(ServiceName service) {
    return (service == RISK ? "/assessments/" : "/cases/") + referral;
  }
}
