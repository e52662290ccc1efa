package baton.acceptance.faults;

import static baton.local.client.ServiceName.INTAKE;

import baton.acceptance.Databases;
import baton.acceptance.Watch;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is wrong once everything has settled: nothing may be. Each line says what, so that the seed
 * and the line are enough to begin looking.
 */
record Verdict(
    List<String> lost,
    List<String> doubled,
    List<String> reordered,
    List<String> falseFindings,
    List<String> other,
    Duration longestWay) {
  private static final Set<String> MAY_LAST = Set.of("BLIND", "LOST_HAND_OFF");
  private static final Who ADMINISTRATOR = new Who("administrator", "baton", "p-administrator");
  private static final Duration LONG = Schedule.LEAP.minusMinutes(5);
  private static final Duration URGENT = Duration.ofMinutes(30);
  private static final Duration NOT_URGENT = Duration.ofHours(4);
  private static final String ACCEPTED = "baton.assessment-accepted.v1";
  private static final String RECEIVED = "baton.referral-received.v1";

  /** What each service does of itself when a referral is received. */
  private static final List<String> REACTIONS =
      List.of("baton.assessment-opened.v1", "baton.case-opened.v1");

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

  static Verdict of(FaultyBaton baton, Promises promises, List<String> accidents, String prefix)
      throws SQLException {
    return new Judge(baton, promises, LogBook.read(baton.kafka()), prefix).judge(accidents);
  }

  private static final class Judge {
    private final FaultyBaton baton;
    private final Promises promises;
    private final LogBook log;
    private final String prefix;
    private final Watch watch;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> falseFindings = new ArrayList<>();
    private final List<String> other = new ArrayList<>();
    private Duration longestWay = Duration.ZERO;

    Judge(FaultyBaton baton, Promises promises, LogBook log, String prefix) {
      this.baton = baton;
      this.promises = promises;
      this.log = log;
      this.prefix = prefix;
      this.watch = new Watch(baton.client());
    }

    Verdict judge(List<String> accidents) throws SQLException {
      accidents.forEach(other::add);
      promises.refused().forEach(refused -> other.add("refused: " + refused));
      receipts();
      handOffs();
      stores();
      archive();
      sweep();
      findings();
      for (var service : ServiceName.values()) nothingParked(service);
      return new Verdict(lost, doubled, log.reordered(), falseFindings, other, longestWay);
    }

    /** What got its 2xx is there, for its sender and on the log; nothing is there twice. */
    private void receipts() {
      var byReference = new TreeMap<String, List<String>>();
      log.stories()
          .forEach(
              (referral, story) -> {
                for (JsonNode event : story)
                  if (LogBook.type(event).equals(RECEIVED))
                    byReference
                        .computeIfAbsent(
                            event.path("data").path("reference").asText(), _ -> new ArrayList<>())
                        .add(referral);
              });
      byReference.forEach(
          (reference, referrals) -> {
            if (referrals.size() > 1) doubled.add(reference + " is " + referrals);
          });
      promises
          .received()
          .forEach(
              (reference, referral) -> {
                if (!List.of(referral).equals(byReference.get(reference)))
                  lost.add(
                      reference
                          + " was told "
                          + referral
                          + ", the log has "
                          + byReference.get(reference));
              });
      var known = sentByAgency();
      promises.received().keySet().stream()
          .filter(reference -> !known.contains(reference))
          .forEach(reference -> lost.add(reference + " is not in its sender's list"));
      known.stream()
          .filter(reference -> reference.startsWith(prefix))
          .filter(reference -> !promises.sent().contains(reference))
          .forEach(reference -> other.add(reference + " was never sent"));
    }

    private Set<String> sentByAgency() {
      var references = new HashSet<String>();
      String after = "";
      while (after != null) {
        var path = "/referrals?limit=1000" + after;
        var page = baton.client().get(INTAKE, Staff.agency(Load.AGENCY), path).orFail();
        for (JsonNode item : page.path("items"))
          if (!references.add(item.path("reference").asText()))
            doubled.add(item.path("reference").asText() + " is twice in its sender's list");
        after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
      }
      return references;
    }

    private void handOffs() {
      log.stories()
          .forEach(
              (referral, story) -> {
                if (story.stream().noneMatch(event -> LogBook.type(event).equals(RECEIVED))) return;
                for (String reaction : REACTIONS) reaction(referral, story, reaction);
              });
      promises
          .handed()
          .forEach(
              (referral, events) -> {
                for (String event : events) {
                  var times = count(log.story(referral), "baton." + event + ".v1");
                  if (times == 0) lost.add(event + " of " + referral);
                  if (times > 1) doubled.add(event + " of " + referral);
                }
              });
    }

    private void reaction(String referral, List<JsonNode> story, String type) {
      var times = count(story, type);
      if (times == 0) lost.add(type + " of " + referral);
      if (times > 1) doubled.add(type + " of " + referral);
      if (times == 1 && ofThisRun(story)) {
        var way =
            Duration.between(
                recorded(story, RECEIVED).orElseThrow(), recorded(story, type).orElseThrow());
        // What was on its way while the services leapt took no time of ours.
        if (way.compareTo(LONG) < 0 && way.compareTo(longestWay) > 0) longestWay = way;
      }
    }

    private boolean ofThisRun(List<JsonNode> story) {
      return story.getFirst().path("data").path("reference").asText().startsWith(prefix);
    }

    private static Optional<Instant> recorded(List<JsonNode> story, String type) {
      return story.stream()
          .filter(event -> LogBook.type(event).equals(type))
          .map(event -> Instant.parse(event.path("recordedtime").asText()))
          .findFirst();
    }

    private static long count(List<JsonNode> story, String type) {
      return story.stream().filter(event -> LogBook.type(event).equals(type)).count();
    }

    /** Every committed event is on the log, and nothing else is. */
    private void stores() throws SQLException {
      var databases = new Databases(baton.postgres());
      var stored = new HashSet<String>();
      for (var service : ServiceName.values())
        stored.addAll(databases.texts(service.slug(), "select event_identifier from event_entry"));
      stored.stream()
          .filter(id -> !log.ids().contains(id))
          .forEach(id -> lost.add("event " + id + " is stored and not on the log"));
      log.ids().stream()
          .filter(id -> !stored.contains(id))
          .forEach(id -> other.add("event " + id + " is on the log and in no store"));
    }

    /** Each event once; what was written in the last moment may still be on its way there. */
    private void archive() throws SQLException {
      if (log.ids().size() > archived()) baton.awaitSettled();
      var archived = archived();
      if (log.ids().size() > archived)
        lost.add("the archive has %d of %d events".formatted(archived, log.ids().size()));
    }

    private int archived() throws SQLException {
      var count = "select count(*) from archived_event";
      return Integer.parseInt(new Databases(baton.postgres()).one("escalation", count));
    }

    private void sweep() {
      var sweep = watch.sweep();
      if (!sweep.path("state").asText().equals("done")) other.add("the sweep: " + sweep);
      for (JsonNode difference : sweep.path("differences"))
        other.add("board and log: " + difference);
    }

    /**
     * Calm or not, what is raised follows from the log alone. Here for the first limit, by its own
     * rule, and for all others by what the custody of each referral shows.
     */
    private void findings() {
      var open = new TreeMap<String, Set<String>>();
      for (JsonNode escalation : watch.escalations("")) {
        if (escalation.path("withdrawn").asBoolean()) falseFindings.add("withdrawn: " + escalation);
        if (isFalse(escalation)) falseFindings.add(escalation.toString());
        var ofSystem = !escalation.hasNonNull("referralId");
        if (ofSystem && !MAY_LAST.contains(escalation.path("kind").asText()))
          falseFindings.add(escalation.toString());
        if (escalation.hasNonNull("resolvedAt")) continue;
        if (MAY_LAST.contains(escalation.path("kind").asText()))
          other.add("is still open: " + escalation);
        else
          open.computeIfAbsent(escalation.path("referralId").asText(), _ -> new HashSet<>())
              .add(finding(escalation));
      }
      log.stories()
          .keySet()
          .forEach(referral -> shown(referral, open.getOrDefault(referral, Set.of())));
    }

    private boolean isFalse(JsonNode escalation) {
      if (!escalation.path("clock").asText().equals("ASSESSOR_NAMED")) return false;
      var story = log.story(escalation.path("referralId").asText());
      return acceptedInTime(story);
    }

    private static boolean acceptedInTime(List<JsonNode> story) {
      var received = recorded(story, RECEIVED).orElseThrow();
      var limit = story.getFirst().path("data").path("urgent").asBoolean() ? URGENT : NOT_URGENT;
      return recorded(story, ACCEPTED).filter(at -> !at.isAfter(received.plus(limit))).isPresent();
    }

    private void shown(String referral, Set<String> escalated) {
      if (!ofThisRun(log.story(referral)) && escalated.isEmpty()) return;
      if (found(referral).equals(escalated)) return;
      // A limit may have passed between the two questions.
      baton.awaitJudged();
      var found = found(referral);
      var raised = new HashSet<String>();
      watch.escalationsOf(referral, "state=open").forEach(each -> raised.add(finding(each)));
      if (!found.equals(raised))
        falseFindings.add(referral + " has " + found + ", raised is " + raised);
    }

    private Set<String> found(String referral) {
      var found = new HashSet<String>();
      watch.custody(referral).path("findings").forEach(each -> found.add(finding(each)));
      return found;
    }

    private static String finding(JsonNode of) {
      return of.path("kind").asText() + " " + of.path("clock").asText();
    }

    private void nothingParked(ServiceName service) {
      var parked = baton.client().get(service, ADMINISTRATOR, "/parked").orFail().path("items");
      for (JsonNode item : parked) other.add(service.slug() + " has parked " + item);
    }
  }
}
