package baton.local.commands;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.journal.envelope.JournalJson;
import baton.local.client.AuditClient;
import baton.local.story.ReadStory;
import baton.local.story.Tenure;
import baton.local.story.ToldStory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
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
    exitCodeOnExecutionException = 2,
    description = {
      "Tells one referral hand by hand: who had it from when to when, what happened, what was due"
          + " and what nobody has dealt with. Nothing that was sealed is opened."
    },
    footer = {
      "",
      "Exit code 0: told; 2: wrong usage, no such referral, or nobody answers.",
      "",
      "  baton story 01990000-0000-7000-8000-00000000000a",
      "  baton story 01990000-0000-7000-8000-00000000000a --as-at 2012-07-03T12:00:00Z --by"
          + " happened"
    })
final class StoryCommand implements Callable<Integer> {
  /** Which of an event's two times counts. */
  enum Reckoning {
    RECORDED,
    HAPPENED;

    String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
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
      Instant upTo = Instant.parse(standing.path("asOf").asText());
      var read = ReadStory.of(client.stream("/audit/referrals/" + referral + "/events"));
      var story =
          new ToldStory(
              switch (by) {
                case RECORDED -> Tenure.of(referral, read.recordedBy(upTo));
                case HAPPENED -> Tenure.inHindsight(referral, read.events(), upTo);
              },
              switch (by) {
                case RECORDED -> read.recordedBy(upTo);
                case HAPPENED -> read.happenedBy(upTo);
              },
              read.unreadable(),
              standing);
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

  private void printJson(ToldStory story) throws IOException {
    var told = new LinkedHashMap<String, Object>();
    told.put("referralId", referral);
    told.put("custody", story.tenures());
    told.put("events", story.events().stream().map(StoryCommand::asTold).toList());
    told.put("unreadable", story.unreadable());
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
