package baton.acceptance.fuzz;

import baton.acceptance.Installation;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;

/**
 * Referrals at each stage of a story, brought there before anything hostile happens: some for each
 * operation that chance alone would not come to, with the person whose turn it is.
 */
final class Cast {
  private static final int EACH = 12;
  private static final String RISK = "POST /assessments/{referralId}/";
  private static final String URGENT = RISK + "acknowledgement";
  private static final String CASE = "/cases/{referralId}/";
  private static final String OFFER = "POST " + CASE + "disseminations/{number}/";
  private static final String HANDLING = "POST " + CASE + "handling/acknowledgement";

  /** What they know who may use it for nothing else, as the sender says it. */
  private static final Map<String, Object> CONDITIONS =
      Map.of("source", "RELIABLE", "information", "B", "handling", "C", "conditions", "synthetic");

  private static final String NAMED = "POST " + CASE + "allocations/{number}/";

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, Queue<Ready>> ready = new ConcurrentHashMap<>();
  private final Installation baton;
  private final Stages stages;

  /**
   * One that awaits what the operation does.
   *
   * @param number of its offer, or 0
   * @param body that only this one takes, or null
   */
  record Ready(String referral, int number, Who who, Map<String, ?> body) {}

  /** How a referral comes to where it waits for somebody; gives the number of the offer, or 0. */
  private record Part(Who who, ToIntFunction<String> play) {}

  Cast(Installation baton) {
    this.baton = baton;
    this.stages = new Stages(baton.staff(), baton.client());
    part(URGENT, Stages.ANN, _ -> 0);
    part(RISK + "assessor", Stages.HEAD, _ -> 0);
    part(RISK + "assessor/acceptance", Stages.ANN, stages::offered);
    part(RISK + "assessor/decline", Stages.ANN, stages::offered);
    part(RISK + "comms-data", Stages.ANN, stages::assessed);
    part(RISK + "end", Stages.ANN, stages::assessed);
    part(RISK + "end/confirmation", Stages.HEAD, stages::ending);
    part(RISK + "hold/review", Stages.ANN, stages::held);
    part(RISK + "hold/end", Stages.ANN, stages::held);
    part("POST " + CASE + "disseminations", Stages.DESK, _ -> 0);
    part("GET " + CASE + "disseminations/{number}", Stages.KENTS, stages::sent);
    part(OFFER + "acceptance", Stages.KENTS, stages::sent);
    part(OFFER + "decline", Stages.KENTS, stages::sent);
    part(OFFER + "withdrawal", Stages.DESK, stages::sent);
    part(OFFER + "recorded-acceptance", Stages.DESK, stages::abroad);
    part(OFFER + "recorded-acceptance/confirmation", Stages.HEAD, stages::recorded);
    part("POST " + CASE + "allocations", Stages.KENTS, stages::accepted);
    part("GET " + CASE + "allocations/{number}", Stages.KENTS, stages::allocated);
    part(NAMED + "acceptance", Stages.OLA, stages::allocated);
    part(NAMED + "decline", Stages.OLA, stages::allocated);
    part(NAMED + "withdrawal", Stages.KENTS, stages::allocated);
    part("POST " + CASE + "actions", Stages.OLA, stages::taken);
    part("POST " + CASE + "reviews", Stages.KENTS, stages::taken);
    part("POST " + CASE + "outcome", Stages.OLA, stages::taken);
    part("POST " + CASE + "outcome/confirmation", Stages.KENTS, stages::proposed);
    part("POST " + CASE + "reopening", Stages.KENTS, stages::concluded);
    part(HANDLING, Stages.OLA, stages::taken);
  }

  private void part(String operation, Who who, ToIntFunction<String> play) {
    parts.put(operation, new Part(who, play));
  }

  /** The next that nobody has taken yet, or null. */
  Ready take(Operation operation) {
    return waiting(operation).poll();
  }

  boolean awaits(Operation operation) {
    return !waiting(operation).isEmpty();
  }

  /** How many wait for any of these operations. */
  int waiting(List<Operation> operations) {
    return operations.stream().mapToInt(each -> waiting(each).size()).sum();
  }

  private Queue<Ready> waiting(Operation operation) {
    return ready.getOrDefault(operation.method() + " " + operation.path(), new ArrayDeque<>());
  }

  /** Any of those that took part. */
  String anybody() {
    return ready.values().iterator().next().element().referral();
  }

  /** Everybody takes the stage; what one service tells another has arrived before and after. */
  void prepare() {
    for (String each : new String[] {Staff.NCA, "46", "45"}) baton.staff().roster(each);
    var referrals = new LinkedHashMap<String, List<String>>();
    for (String operation : parts.keySet()) {
      var own = new ArrayList<String>();
      for (int n = 0; n < EACH; n++)
        own.add(
            baton
                .staff()
                .send("toronto-police", referral(operation, "CAST-" + referrals.size() + "-" + n)));
      referrals.put(operation, own);
    }
    baton.settle();
    parts.forEach(
        (operation, part) -> {
          var waiting = new ConcurrentLinkedQueue<Ready>();
          for (String each : referrals.get(operation))
            waiting.add(
                new Ready(each, part.play().applyAsInt(each), part.who(), own(operation, each)));
          ready.put(operation, waiting);
        });
    baton.settle();
  }

  private static Map<String, Object> referral(String operation, String reference) {
    var says = new HashMap<String, Object>();
    says.put("reference", reference);
    says.put("type", "OTHER");
    says.put("intelligence", CONDITIONS);
    if (operation.equals(URGENT)) says.put("urgentBecause", "synthetic");
    return says;
  }

  private Map<String, ?> own(String operation, String referral) {
    return operation.equals(HANDLING) ? Map.of("conditionsId", stages.conditions(referral)) : null;
  }
}
