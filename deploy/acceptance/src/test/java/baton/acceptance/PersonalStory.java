package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.acceptance.Installation.SURREY;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One referral that goes all the way, with everything about people filled in wherever a person can
 * write something: when it is sent, amended, refused, offered, declined, graded, acted on and
 * concluded. All of it is invented, and none of it occurs anywhere else.
 */
final class PersonalStory {
  private static final String SHA_256 =
      "0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de";
  private static final String UNREADABLE = "unlesbare Erzählung der abgeschnittenen Zeile";
  private static final String NOTE = "note-à-la-force";

  /** What must be sealed. */
  static final List<String> PERSONAL =
      List.of(
          "Zsófia Łukasiewicz-Próba",
          "zsofia.proba@example.invalid",
          "+447700900481",
          "zsofia_kontroll_88",
          "Zsófi a kontroll",
          "IMEI-356938035643809",
          "17 Rosewarne Synthetic Close",
          "ZZ9 9QX",
          "Klarinettenlehrerin",
          "1971-04-23",
          "Ágnes Próba-Gyermek",
          "2015-09-30",
          "203.0.113.77",
          SHA_256,
          "Käsebrötchen-Erzählung",
          "Ergänzte Käsebrötchen-Erzählung",
          "unzulässige Erzählung der abgewiesenen Zeile",
          UNREADABLE,
          "tajemné pole",
          "priorité-parce-que-synthétique",
          "grundlag-for-kraft-synthetisk",
          "warum-diese-Stufe-synthetisch",
          "ablehnung-der-prüferin",
          "keine Zeit für Übungsfälle",
          NOTE,
          "afslag-fra-surrey",
          "afslag-fra-betjenten",
          "aktennotiz-der-maßnahme",
          "grund-für-den-ausgang");

  private static final Who AGENCY = Staff.agency("toronto-police");
  private static final Who DESK = Staff.supervisor(Staff.NCA);
  private static final Who ASSESSOR = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, 1));
  private static final Who UNWILLING = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, 2));
  private static final Who OFFICER = new Who("officer", KENT, Staff.worker(KENT, 1));
  private static final Who BUSY = new Who("officer", KENT, Staff.worker(KENT, 2));

  private final BatonClient client;
  private final Installation baton;

  PersonalStory(Installation baton) {
    this.baton = baton;
    this.client = baton.client();
  }

  /** Gives the referral's id. */
  String tell(String reference) {
    var referral = send(reference);
    atTheNca(referral);
    atTheForces(referral);
    return referral;
  }

  private String send(String reference) {
    var body = body(reference, "Käsebrötchen-Erzählung");
    var id = done(INTAKE, AGENCY, "/referrals", body).path("referralId").asText();
    done(INTAKE, AGENCY, "/referrals", body);
    done(INTAKE, AGENCY, "/referrals", body(reference, "Ergänzte Käsebrötchen-Erzählung"));

    var rejected = body(reference + "-BAD", "unzulässige Erzählung der abgewiesenen Zeile");
    rejected.put("force", "Kent");
    var answer =
        client.postLines(INTAKE, AGENCY, "/batches", List.of(Referrals.json(rejected))).orFail();
    assertThat(answer.path("rejected").asInt()).isEqualTo(1);
    var malformed =
        Referrals.json(body(reference + "-CUT", UNREADABLE)).replace("\"type\"", "type");
    var cut = client.postLines(INTAKE, AGENCY, "/batches", List.of(malformed)).orFail();
    assertThat(cut.path("rejected").asInt()).isEqualTo(1);
    return id;
  }

  private void atTheNca(String referral) {
    var assessment = "/assessments/" + referral;
    done(RISK, DESK, assessment + "/assessor", Map.of("person", UNWILLING.person()));
    done(
        RISK,
        UNWILLING,
        assessment + "/assessor/decline",
        Map.of("reason", "ablehnung-der-prüferin", "text", "keine Zeit für Übungsfälle"));
    done(RISK, DESK, assessment + "/assessor", Map.of("person", ASSESSOR.person()));
    done(RISK, ASSESSOR, assessment + "/assessor/acceptance", Map.of());
    done(
        RISK,
        ASSESSOR,
        assessment + "/priority",
        Map.of("priority", "HIGH", "reason", "priorité-parce-que-synthétique"));
    done(
        RISK,
        ASSESSOR,
        assessment + "/force",
        Map.of("force", SURREY, "basis", "grundlag-for-kraft-synthetisk"));
    done(
        RISK,
        ASSESSOR,
        assessment + "/grade",
        Map.of("grade", "MEDIUM", "reason", "warum-diese-Stufe-synthetisch"));
  }

  private void atTheForces(String referral) {
    var kase = "/cases/" + referral;
    int toSurrey = number(kase + "/disseminations", DESK, Map.of("force", SURREY, "note", NOTE));
    done(
        ALLOCATION,
        Staff.supervisor(SURREY),
        kase + "/disseminations/" + toSurrey + "/decline",
        Map.of("reason", "NOT_OURS", "redirectTo", KENT, "text", "afslag-fra-surrey"));
    int toKent = number(kase + "/disseminations", DESK, Map.of("force", KENT, "note", NOTE));
    baton.staff().forceAccepts(referral, KENT, toKent);
    int toBusy = baton.staff().allocate(referral, KENT, BUSY.person());
    done(
        ALLOCATION,
        BUSY,
        kase + "/allocations/" + toBusy + "/decline",
        Map.of("reason", "NO_CAPACITY", "text", "afslag-fra-betjenten"));
    int toOfficer = baton.staff().allocate(referral, KENT, OFFICER.person());
    baton.staff().officerAccepts(referral, KENT, OFFICER.person(), toOfficer);
    done(
        ALLOCATION,
        OFFICER,
        kase + "/actions",
        Map.of(
            "kind",
            "ARREST",
            "happenedAt",
            baton.now().toString(),
            "note",
            "aktennotiz-der-maßnahme"));
    done(
        ALLOCATION,
        OFFICER,
        kase + "/outcome",
        Map.of("outcome", "ARRESTED", "reason", "grund-für-den-ausgang"));
    done(ALLOCATION, Staff.supervisor(KENT), kase + "/outcome/confirmation", Map.of());
  }

  private int number(String path, Who who, Object body) {
    return done(ALLOCATION, who, path, body).path("number").asInt();
  }

  private JsonNode done(ServiceName service, Who who, String path, Object body) {
    return client.post(service, who, path, body).orFail();
  }

  private static Map<String, Object> body(String reference, String narrative) {
    var body = Referrals.referral(reference, KENT);
    body.put("narrative", narrative);
    body.put("notAFieldOfBaton", "tajemné pole");
    body.put(
        "people",
        List.of(
            Map.of(
                "role", "SUSPECT",
                "names", List.of("Zsófia Łukasiewicz-Próba"),
                "dateOfBirth", "1971-04-23",
                "emails", List.of("zsofia.proba@example.invalid"),
                "phones", List.of("+447700900481"),
                "accounts", List.of(Map.of("id", "zsofia_kontroll_88", "name", "Zsófi a kontroll")),
                "devices", List.of("IMEI-356938035643809"),
                "addresses",
                    List.of(Map.of("line", "17 Rosewarne Synthetic Close", "postcode", "ZZ9 9QX")),
                "occupation", "Klarinettenlehrerin"),
            Map.of(
                "role",
                "CHILD_AT_RISK",
                "names",
                List.of("Ágnes Próba-Gyermek"),
                "dateOfBirth",
                "2015-09-30",
                "sameAddressAs",
                0)));
    body.put(
        "networkEvents",
        List.of(Map.of("address", "203.0.113.77", "at", "2026-02-01T10:15:00Z", "event", "LOGIN")));
    body.put("files", List.of(Map.of("sha256", SHA_256)));
    return body;
  }
}
