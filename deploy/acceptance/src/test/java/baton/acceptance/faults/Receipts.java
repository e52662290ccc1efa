package baton.acceptance.faults;

import static baton.local.client.ServiceName.INTAKE;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What got its 2xx is there, for its sender and on the log; nothing is there twice. */
record Receipts(FaultyBaton baton, Promises promises, LogBook log, String prefix) {

  void check(Verdict verdict) {
    promises.accidents().forEach(verdict::wrong);
    promises.refused().forEach(refused -> verdict.wrong("refused: " + refused));
    onTheLog(verdict);
    forTheSender(verdict);
  }

  private void onTheLog(Verdict verdict) {
    var byReference = byReference();
    byReference.forEach(
        (reference, referrals) -> {
          if (referrals.size() > 1) verdict.doubled(reference + " is " + referrals);
        });
    promises
        .received()
        .forEach(
            (reference, referral) -> {
              var found = byReference.get(reference);
              if (!List.of(referral).equals(found))
                verdict.lost(reference + " was told " + referral + ", the log has " + found);
            });
  }

  private Map<String, List<String>> byReference() {
    var found = new TreeMap<String, List<String>>();
    log.stories()
        .forEach(
            (referral, story) -> {
              for (long n = 0; n < story.count(Story.RECEIVED); n++)
                found.computeIfAbsent(story.reference(), _ -> new ArrayList<>()).add(referral);
            });
    return found;
  }

  private void forTheSender(Verdict verdict) {
    var known = list(verdict);
    for (String reference : promises.received().keySet())
      if (!known.contains(reference)) verdict.lost(reference + " is not in its sender's list");
    for (String reference : known)
      if (reference.startsWith(prefix) && !promises.sent().contains(reference))
        verdict.wrong(reference + " was never sent");
  }

  private Set<String> list(Verdict verdict) {
    var references = new HashSet<String>();
    String after = "";
    while (after != null) {
      var path = "/referrals?limit=1000" + after;
      var page = baton.client().get(INTAKE, Staff.agency(Load.AGENCY), path).orFail();
      for (JsonNode item : page.path("items")) {
        var reference = item.path("reference").asText();
        if (!references.add(reference)) verdict.doubled(reference + " is twice in the list");
      }
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    }
    return references;
  }
}
