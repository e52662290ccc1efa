package baton.acceptance.fuzz;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Referrals that intake may well take: new ones, some that are known, and open cases of before. */
final class NewReferrals {
  private static final List<String> GRADES = List.of("LOW", "MEDIUM", "HIGH", "VERY_HIGH");

  private final ObjectNode rich;
  private final Memory memory;
  private final RandomGenerator random;
  private final Instant now;
  private final String prefix;
  private int references;

  /**
   * @param rich one with everything, to take from
   * @param prefix of the references of one generator's own
   */
  NewReferrals(ObjectNode rich, Memory memory, RandomGenerator random, Instant now, String prefix) {
    this.rich = rich;
    this.memory = memory;
    this.random = random;
    this.now = now;
    this.prefix = prefix;
  }

  ObjectNode next() {
    var copy = rich.deepCopy();
    var names = new ArrayList<String>();
    copy.fieldNames().forEachRemaining(names::add);
    for (String name : names) if (random.nextInt(3) == 0) copy.remove(name);
    String known = random.nextInt(6) == 0 ? memory.any("reference", random) : null;
    copy.put("reference", known == null ? prefix + ++references : known);
    copy.put("type", "OTHER");
    if (random.nextInt(5) == 0) copy.put("urgentBecause", "synthetic");
    return copy;
  }

  /** A find of an organisation's own; who brings it in has it, or the one who is named. */
  ObjectNode own(String organisation) {
    var found = next();
    if (random.nextBoolean()) holder(found.putObject("custody"), organisation);
    return found;
  }

  /** A case that an organisation had open before. */
  ObjectNode backRecord(String organisation) {
    var open = next();
    var back = open.putObject("backRecord");
    back.put("receivedAt", now.minus(Duration.ofHours(random.nextInt(10_000))).toString());
    holder(back, organisation);
    if (random.nextBoolean()) back.put("grade", GRADES.get(random.nextInt(GRADES.size())));
    if (random.nextInt(3) == 0)
      back.put("system", "synthetic").put("localReference", prefix + random.nextInt(1_000));
    if (random.nextInt(3) == 0) back.put("plan", "plan-" + organisation);
    return open;
  }

  private void holder(ObjectNode says, String organisation) {
    says.put("person", Staff.worker(organisation, random.nextInt(4)));
    if (random.nextBoolean()) says.put("team", Staff.team(organisation));
  }
}
