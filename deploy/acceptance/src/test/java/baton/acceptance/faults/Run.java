package baton.acceptance.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** One run of the driver under load, and the line that is told of it. */
record Run(
    long seed,
    int killed,
    long stopped,
    long cut,
    long others,
    long requests,
    int answers,
    Verdict verdict,
    Duration longestSilence,
    Duration recovery,
    double rateBefore,
    double rateAfter) {
  static final String HEAD =
      "  seed  kills stops  cuts other requests   2xx  lost doubled reordered false  longest stall  longest way  recovery";

  /** A storm without calm before or after. */
  static Run of(FaultyBaton baton, Schedule schedule) throws InterruptedException, SQLException {
    return of(baton, schedule, Duration.ofSeconds(1));
  }

  /**
   * @param calm so long the load goes on after the last fault, and its pace is measured then and
   *     over as long before the first
   */
  static Run of(FaultyBaton baton, Schedule schedule, Duration calm)
      throws InterruptedException, SQLException {
    System.out.println(schedule);
    var prefix = "F" + schedule.seed();
    var caller = baton.caller();
    var promises = new Promises();
    var driver = new Driver(baton.processes(), baton.wires(), baton.names(), System.out::println);
    long over;
    long first = schedule.faults().getFirst().at().toNanos();
    long start = System.nanoTime();
    long end;
    try (var _ = new Load(caller, promises, prefix)) {
      driver.run(schedule, start);
      over = System.nanoTime();
      driver.revive();
      end = over + calm.toNanos();
      Driver.park(end);
    }
    long calmNanos = calm.toNanos();
    baton.awaitSettled();
    var recovery = Duration.ofNanos(System.nanoTime() - over);
    baton.awaitJudged();
    var verdict = Verdict.of(baton, promises, caller.accidents(), prefix);
    return new Run(
        schedule.seed(),
        driver.killed(),
        schedule.count(Fault.Kind.FREEZE, Fault.Kind.STOP),
        schedule.count(Fault.Kind.CUT, Fault.Kind.SILENCE),
        schedule.count(Fault.Kind.FULL_DISK, Fault.Kind.SKEW, Fault.Kind.LEAP),
        caller.requests(),
        promises.answers(),
        verdict,
        promises.longestSilence(),
        recovery,
        promises.rate(start + first - Math.min(calmNanos, first), start + first),
        promises.rate(end - calmNanos, end));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%6d %6d %5d %5d %5d %8d %5d %5d %7d %9d %5d %12.1f s %10.1f s %7.1f s",
        seed,
        killed,
        stopped,
        cut,
        others,
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
