package baton.acceptance.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of the driver under load, and the line that is told of it.
 *
 * @param befell how many faults of each kind have befallen something
 * @param changes types of events that people were told yes for
 */
record Run(
    long seed,
    Map<Fault.Kind, Integer> befell,
    long requests,
    int answers,
    Set<String> changes,
    Verdict verdict,
    Duration longestSilence,
    Duration recovery,
    double rateBefore,
    double rateAfter) {
  private static final Duration MEASURED = Duration.ofSeconds(10);

  static final String HEAD =
      "  seed  kills stops  cuts other requests   2xx  lost doubled reordered false  longest stall "
          + " longest way  recovery";

  /** A storm without calm before or after. */
  static Run of(FaultyBaton baton, Schedule schedule) throws Exception {
    return of(baton, schedule, Duration.ofSeconds(1), Load.PAUSE);
  }

  /**
   * @param calm so long the load goes on after the last fault; its pace is measured at the end of
   *     it, and before the first fault
   * @param pause of each agency between two referrals
   */
  static Run of(FaultyBaton baton, Schedule schedule, Duration calm, Duration pause)
      throws Exception {
    System.out.println(schedule);
    var prefix = "F" + schedule.seed();
    var promises = new Promises();
    var caller = baton.caller(promises);
    var driver =
        new Driver(
            baton.processes(),
            baton.wires(),
            baton.names(),
            baton::awaitReady,
            System.out::println);
    Driver.Supervision supervision;
    long first = schedule.faults().getFirst().at().toNanos();
    long start = System.nanoTime();
    long end;
    try (var _ = new Load(caller, promises, prefix, pause)) {
      driver.run(schedule, start);
      supervision = driver.supervise();
      end = System.nanoTime() + calm.toNanos();
      Driver.park(end);
    }
    baton.awaitSettled();
    supervision.close();
    var recovery = Duration.ofNanos(System.nanoTime() - end);
    baton.awaitJudged();
    var verdict = Verdict.of(baton, promises, prefix);
    return new Run(
        schedule.seed(),
        driver.done(),
        caller.requests(),
        promises.answers(),
        promises.changes(),
        verdict,
        promises.longestSilence(),
        recovery,
        promises.rate(start + first - MEASURED.toNanos(), start + first),
        promises.rate(end - MEASURED.toNanos(), end));
  }

  int befell(Fault.Kind... kinds) {
    return Stream.of(kinds).mapToInt(kind -> befell.getOrDefault(kind, 0)).sum();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%6d %6d %5d %5d %5d %8d %5d %5d %7d %9d %5d %12.1f s %10.1f s %7.1f s",
        seed,
        befell(Fault.Kind.KILL),
        befell(Fault.Kind.FREEZE, Fault.Kind.STOP),
        befell(Fault.Kind.CUT, Fault.Kind.SILENCE),
        befell(Fault.Kind.FULL_DISK, Fault.Kind.SKEW, Fault.Kind.LEAP),
        requests,
        answers,
        verdict.lost().size(),
        verdict.doubled().size(),
        verdict.reordered().size(),
        verdict.falseFindings().size(),
        seconds(longestSilence),
        seconds(verdict.longestWay()),
        seconds(recovery));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
