package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Act one: the 2,345 names of Operation Spade in one package. First as it happened, nobody opens
 * it; then people go to work, of whom some accept, some decline, some answer late and some never.
 */
final class Spade {
  private static final String TORONTO = "toronto-police";

  /** One name of the package, and where it has got to. */
  private record Name(int index, String referral, String force) {
    String assessor() {
      return Staff.worker(Staff.NCA, index);
    }

    String officer(String force) {
      return Staff.worker(force, index);
    }

    /**
     * A fixed share of the names: {@code percent} of them, the same ones in every run, another part
     * for every {@code salt}.
     */
    boolean among(int percent, String salt) {
      return Math.floorMod((salt + index).hashCode() * 31 + index * 7_919, 100) < percent;
    }
  }

  private final Stage stage;
  private final Staff staff;
  private final Map<String, String> acceptedBy = new ConcurrentHashMap<>();
  private List<Name> names = List.of();
  private Instant received;

  Spade(Stage stage) {
    this.stage = stage;
    this.staff = stage.staff();
  }

  void handIn(long seed) throws TimeoutException {
    received = stage.time().now();
    var lines = SpadeBatch.lines(seed, stage.json());
    JsonNode batch =
        stage
            .client()
            .postLines(INTAKE, Staff.agency(TORONTO), "/batches?name=Operation%20Spade", lines)
            .orFail();
    stage.say(
        "  Toronto Police hand over one package: %d names received, %d referrals created, %d rejected.",
        batch.path("received").asInt(),
        batch.path("created").asInt(),
        batch.path("rejected").asInt());
    stage.time().settle();
    names = readNames();
  }

  /** As it happened: nobody opens the package. Gives the first row of the table. */
  Delay nobodyOpensIt() throws TimeoutException {
    stage.time().advance(Duration.ofHours(4).plusMinutes(1));
    JsonNode custody =
        stage
            .client()
            .get(ESCALATION, Staff.auditor(), "/custody/" + names.getFirst().referral())
            .orFail();
    JsonNode finding = custody.path("findings").path(0);
    JsonNode summary = stage.client().get(ESCALATION, Staff.auditor(), "/custody/summary").orFail();
    stage.say(
        "  Nobody opens it. Baton, %s: %d of %d held by no person, %d overdue.",
        stage.time().now(),
        summary.path("withoutPerson").asInt(),
        summary.path("open").asInt(),
        summary.path("overdue").asInt());
    stage.say("  \"%s\"", finding.path("sentence").asText());
    var after = Duration.between(received, Instant.parse(finding.path("since").asText()));
    return new Delay(
        "Operation Spade: 2,345 names at CEOP, unopened",
        "15 months",
        finding.path("kind").asText() + " " + finding.path("clock").asText(),
        after);
  }

  /** With Baton: the alarm puts people to work. */
  void peopleGoToWork() throws TimeoutException {
    stage.say("  The alarm puts people to work: ten assessors, seventeen forces.");
    assess();
    disseminate();
    allocate();
    act();
  }

  private void assess() throws TimeoutException {
    each(n -> true, n -> staff.offerToAssessor(n.referral(), n.assessor()));
    wait(Duration.ofHours(1));
    Predicate<Name> never = n -> n.among(2, "assessor-never");
    Predicate<Name> declines = never.negate().and(n -> n.among(5, "assessor-declines"));
    Predicate<Name> late = never.or(declines).negate().and(n -> n.among(4, "assessor-late"));
    each(
        never.or(declines).or(late).negate(),
        n -> staff.assessorAccepts(n.referral(), n.assessor()));
    each(declines, n -> staff.assessorDeclines(n.referral(), n.assessor()));
    each(
        declines, n -> staff.offerToAssessor(n.referral(), Staff.worker(Staff.NCA, n.index() + 1)));
    wait(Duration.ofHours(3));
    each(
        declines, n -> staff.assessorAccepts(n.referral(), Staff.worker(Staff.NCA, n.index() + 1)));
    each(late, n -> staff.assessorAccepts(n.referral(), n.assessor()));
    names = names.stream().filter(never.negate()).toList();
    each(
        n -> true,
        n ->
            staff.triage(
                n.referral(),
                declines.test(n) ? Staff.worker(Staff.NCA, n.index() + 1) : n.assessor(),
                priority(n)));
  }

  private void disseminate() throws TimeoutException {
    wait(Duration.ofHours(2));
    Predicate<Name> never = n -> n.among(4, "force-never");
    Predicate<Name> declines = never.negate().and(n -> n.among(4, "force-declines"));
    Predicate<Name> late = never.or(declines).negate().and(n -> n.among(6, "force-late"));
    var numbers = new ConcurrentHashMap<String, Integer>();
    each(n -> true, n -> numbers.put(n.referral(), staff.disseminate(n.referral(), n.force())));
    wait(Duration.ofMinutes(40));
    each(
        never.or(declines).or(late).negate(), n -> accept(n, n.force(), numbers.get(n.referral())));
    each(
        declines,
        n -> staff.forceDeclines(n.referral(), n.force(), numbers.get(n.referral()), neighbour(n)));
    each(declines, n -> accept(n, neighbour(n), staff.disseminate(n.referral(), neighbour(n))));
    wait(Duration.ofDays(2));
    each(late, n -> accept(n, n.force(), numbers.get(n.referral())));
    names = names.stream().filter(never.negate()).toList();
  }

  private void allocate() throws TimeoutException {
    Predicate<Name> never = n -> n.among(6, "officer-never");
    Predicate<Name> declines = never.negate().and(n -> n.among(4, "officer-declines"));
    each(
        n -> true,
        n -> {
          String force = acceptedBy.get(n.referral());
          int number = staff.allocate(n.referral(), force, n.officer(force));
          if (declines.test(n)) {
            staff.officerDeclines(n.referral(), force, n.officer(force), number);
          } else if (!never.test(n)) {
            staff.officerAccepts(n.referral(), force, n.officer(force), number);
          }
        });
    names = names.stream().filter(never.or(declines).negate()).toList();
    each(
        n -> !n.among(2, "never-graded"),
        n -> staff.grade(n.referral(), n.assessor(), priority(n)));
  }

  private void act() throws TimeoutException {
    wait(Duration.ofDays(3));
    Predicate<Name> never = n -> n.among(7, "never-acted");
    each(
        never.negate(),
        n -> {
          String force = acceptedBy.get(n.referral());
          staff.acts(
              n.referral(),
              force,
              n.officer(force),
              "WARRANT_EXECUTED",
              stage.time().now().toString());
        });
    wait(Duration.ofDays(30));
    each(
        never.negate().and(n -> n.among(70, "concluded")),
        n -> {
          String force = acceptedBy.get(n.referral());
          staff.concludes(
              n.referral(),
              force,
              n.officer(force),
              n.among(60, "arrested") ? "ARRESTED" : "NO_FURTHER_ACTION");
        });
    stage.time().settle();
  }

  private void accept(Name name, String force, int number) {
    staff.forceAccepts(name.referral(), force, number);
    acceptedBy.put(name.referral(), force);
  }

  private static String neighbour(Name name) {
    var forces = List.copyOf(ForceShares.PUBLISHED.keySet());
    return forces.get((forces.indexOf(name.force()) + 1) % forces.size());
  }

  private static String priority(Name name) {
    if (name.among(8, "priority")) return "VERY_HIGH";
    if (name.among(30, "priority")) return "HIGH";
    return name.among(60, "priority") ? "MEDIUM" : "LOW";
  }

  private void each(Predicate<Name> which, java.util.function.Consumer<Name> work) {
    stage.everyone(names.stream().filter(which).toList(), work);
  }

  private void wait(Duration duration) throws TimeoutException {
    stage.time().advance(duration);
    JsonNode summary = stage.client().get(ESCALATION, Staff.auditor(), "/custody/summary").orFail();
    stage.say(
        "  %s  open %,5d   waiting for acceptance %,5d   without person %,5d   overdue %,5d   unowned %d",
        stage.time().now(),
        summary.path("open").asInt(),
        summary.path("waitingAcceptance").asInt(),
        summary.path("withoutPerson").asInt(),
        summary.path("overdue").asInt(),
        summary.path("unowned").asInt());
  }

  /** The assessors' own list gives the referrals: the package's answer counts them only. */
  private List<Name> readNames() {
    var read = new ArrayList<Name>();
    String after = "";
    do {
      JsonNode page =
          stage
              .client()
              .get(RISK, Staff.supervisor(Staff.NCA), "/assessments?state=open&limit=500" + after)
              .orFail();
      for (JsonNode item : page.path("items")) {
        read.add(
            new Name(read.size(), item.path("referralId").asText(), item.path("force").asText()));
      }
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    } while (after != null);
    return read;
  }
}
