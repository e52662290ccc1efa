package baton.acceptance.fuzz;

import java.util.HashMap;
import java.util.Map;

/** Operations of which no generated request can be taken, and why. */
final class OutOfReach {
  static final Map<String, String> OPERATIONS = operations();

  private OutOfReach() {}

  private static Map<String, String> operations() {
    var known = new HashMap<String, String>();
    for (String service : new String[] {"intake", "risk", "allocation", "escalation"}) {
      known.put(service + " PUT /clock", "it is everybody's clock: none who may is among those");
      known.put(
          service + " POST /parked/{referralId}/retry",
          "nothing may be parked, see the test's end");
    }
    String hook = "a webhook takes a public address only, and no test may call one";
    known.put("allocation POST /webhooks", hook);
    known.put("allocation GET /webhooks/{id}", hook);
    known.put("allocation DELETE /webhooks/{id}", hook);
    for (String what : new String[] {"enable", "replay", "secret", "test"})
      known.put("allocation POST /webhooks/{id}/" + what, hook);
    known.put(
        "escalation POST /audit/checkpoints/{topicId}/{partition}/cosignatures",
        "it takes the signature of a witness, whose key nobody here has");
    known.put(
        "escalation POST /alarms/{id}/acknowledgement",
        "an alarm stands for more than twenty deadlines of a team that passed: that is chance");
    known.put(
        "escalation POST /timescales/{organisation}/recalculation",
        "it takes a table in force, and while the clock stands still hardly one comes into force");
    return Map.copyOf(known);
  }
}
