package baton.local.commands;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.JournalJson;
import baton.journal.envelope.UnreadableEvent;
import baton.local.Trouble;
import baton.local.client.AuditClient;
import baton.local.story.Tenure;
import baton.local.story.ToldStory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "story",
    description = {
      "Tells one referral hand by hand: who had it from when to when, what happened, what was due"
          + " and what nobody has dealt with. Nothing that was sealed is opened."
    },
    footer = {
      "",
      "Exit code 0: told; 2: wrong usage, no such referral, or nobody answers.",
      "",
      "  baton story 01990000-0000-7000-8000-00000000000a",
      "  baton story 01990000-0000-7000-8000-00000000000a --as-at 2012-07-03T12:00:00Z --by happened"
    })
final class StoryCommand implements Callable<Integer> {
  /** Which of an event's two times counts. */
  enum Reckoning {
    RECORDED,
    HAPPENED;

    String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    Instant of(Recorded<? extends BatonEvent> event) {
      return this == RECORDED ? event.recordedTime() : event.time();
    }
  }

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;
  @Mixin private AuditAccess access;

  @Parameters(paramLabel = "REFERRAL", description = "Its id.")
  private ReferralId referral;

  @Option(
      names = "--as-at",
      paramLabel = "TIME",
      description = "As it stood then, such as 2012-07-03T12:00:00Z; default: now.")
  private Instant asAt;

  @Option(
      names = "--by",
      paramLabel = "RECKONING",
      defaultValue = "recorded",
      description = {
        "What counts as known by then: what was recorded, or what had happened whenever it was"
            + " recorded. One of: ${COMPLETION-CANDIDATES}"
      })
  private Reckoning by;

  @Option(names = "--json", description = "Prints it as JSON.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    try (var client = access.client(baton.home())) {
      JsonNode standing = standing(client);
      var events = events(client, Instant.parse(standing.path("asOf").asText()));
      var story = new ToldStory(Tenure.of(referral, events), events, standing);
      if (asJson) printJson(story);
      else story.print(spec.commandLine().getOut());
      return 0;
    }
  }

  /** Asked for a moment in any case: only then the answer names what it rests on. */
  private JsonNode standing(AuditClient client) {
    var path = "/custody/" + referral;
    Instant at = asAt != null ? asAt : Instant.parse(client.get(path).path("asOf").asText());
    return client.get(path + "?asAt=" + at + "&by=" + by.wireName());
  }

  private List<Recorded<? extends BatonEvent>> events(AuditClient client, Instant upTo)
      throws IOException {
    var codec = new EventCodec();
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                client.stream("/audit/referrals/" + referral + "/events"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var event = codec.decode(Envelope.parse(line.getBytes(StandardCharsets.UTF_8)));
        if (!by.of(event).isAfter(upTo)) events.add(event);
      }
      return events;
    } catch (UnreadableEvent e) {
      throw Trouble.unasked("an event of the referral cannot be read: " + e.getMessage(), e);
    }
  }

  private void printJson(ToldStory story) throws IOException {
    var told = new LinkedHashMap<String, Object>();
    told.put("referralId", referral);
    told.put("custody", story.tenures());
    told.put("events", story.events().stream().map(StoryCommand::asTold).toList());
    told.put("standing", story.standing());
    var out = spec.commandLine().getOut();
    out.println(JournalJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(told));
    out.flush();
  }

  private static Object asTold(Recorded<? extends BatonEvent> event) {
    var told = new LinkedHashMap<String, Object>();
    told.put("id", event.id());
    told.put("type", ToldStory.type(event));
    told.put("time", event.time());
    told.put("recordedTime", event.recordedTime());
    told.put("actor", event.actor());
    told.put("organisation", event.organisation());
    return told;
  }
}
