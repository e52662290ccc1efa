package baton.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong once everything has settled: nothing may be. Each line says what, so that the seed
 * and the line are enough to begin looking.
 */
final class Verdict {
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> reordered = new ArrayList<>();
  private final List<String> falseFindings = new ArrayList<>();
  private final List<String> other = new ArrayList<>();
  private Duration longestWay = Duration.ZERO;

  /**
   * Looks at everything.
   *
   * @param promises what was answered in this run
   * @param prefix of this run's references
   */
  static Verdict of(FaultyBaton baton, Promises promises, String prefix) throws Exception {
    var verdict = new Verdict();
    var log = LogBook.read(baton.kafka());
    verdict.reordered.addAll(log.reordered());
    new Receipts(baton, promises, log, prefix).check(verdict);
    new HandOffs(promises, log, prefix).check(verdict);
    new Copies(baton, log).check(verdict);
    new Findings(baton, log, prefix).check(verdict);
    new ProcessLogs(baton.home().logs()).check(verdict);
    return verdict;
  }

  void lost(String what) {
    lost.add(what);
  }

  void doubled(String what) {
    doubled.add(what);
  }

  void falseFinding(String what) {
    falseFindings.add(what);
  }

  /** Neither lost nor doubled nor an alarm, and still not as it must be. */
  void wrong(String what) {
    other.add(what);
  }

  /** From a receipt to what another service made of it. */
  void way(Duration way) {
    if (way.compareTo(longestWay) > 0) longestWay = way;
  }

  Duration longestWay() {
    return longestWay;
  }

  List<String> lost() {
    return lost;
  }

  List<String> doubled() {
    return doubled;
  }

  List<String> reordered() {
    return reordered;
  }

  List<String> falseFindings() {
    return falseFindings;
  }

  Stream<String> all() {
    return Stream.of(
            labelled("lost", lost),
            labelled("doubled", doubled),
            labelled("reordered", reordered),
            labelled("false finding", falseFindings),
            labelled("wrong", other))
        .flatMap(each -> each);
  }

  private static Stream<String> labelled(String label, List<String> lines) {
    return lines.stream().map(line -> label + ": " + line);
  }
}
