package baton.local.demo;

import baton.local.client.Staff;
import baton.local.stories.RealCases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/**
 * The three acts, and at the end what was found. Everything printed is read from the running
 * services.
 */
public final class Demo {
  /** Business time at which the curtain rises: Toronto's package came in July 2012. */
  public static final Instant OPENING = Instant.parse("2012-07-02T08:00:00Z");

  private static final long SEED = 2_345;

  private final Stage stage;
  private final List<Delay> delays = new ArrayList<>();

  public Demo(Stage stage) {
    this.stage = stage;
  }

  public Report play() throws TimeoutException {
    rosters();
    stage.say("%nAct 1. Operation Spade, as it happened and with Baton");
    var spade = new Spade(stage);
    spade.handIn(SEED);
    delays.add(spade.nobodyOpensIt());
    var realDelays = new RealDelays(stage);
    realDelays.leaveThemLying();
    spade.peopleGoToWork();
    delays.addAll(realDelays.firstAlarms());

    stage.say("%nAct 2. A service is killed");
    new Outage(stage).play();

    stage.say("%nAct 3. One low-graded referral, hand by hand");
    new OneReferral(stage).play();
    return found();
  }

  private void rosters() {
    var organisations = new TreeSet<>(ForceShares.PUBLISHED.keySet());
    organisations.addAll(RealCases.forces());
    organisations.add(Staff.NCA);
    organisations.forEach(stage.staff()::roster);
  }

  private Report found() throws TimeoutException {
    stage.time().settle();
    stage.say("%nWhat Baton found, and has not been resolved");
    new FindingsPrinted(stage).print();
    stage.say("%n%-72s %-12s %s", "What happened", "really lay", "Baton's first alarm in this run");
    for (Delay delay : delays) {
      stage.say(
          "%-72s %-12s %-5s %s",
          delay.story(), delay.realDelay(), delay.afterInWords(), delay.alarm());
    }
    JsonNode sweep = Sweep.run(stage);
    stage.say(
        "%nThe sweep read %,d events from the log into an empty ledger (%,.0f a second) and compared it with the board: %d differences.",
        sweep.path("events").asLong(),
        sweep.path("eventsPerSecond").asDouble(),
        sweep.path("differences").size());
    return Report.of(stage.client(), stage.json(), sweep, delays);
  }
}
