package baton.allocation.webhooks;

import baton.allocation.webhooks.WebhookViews.Tested;
import baton.allocation.webhooks.model.Answer;
import baton.contract.OrganisationCode;
import baton.contract.feed.WebhookTest;
import baton.journal.envelope.JournalJson;
import baton.journal.envelope.Times;
import baton.platform.Problems;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Sends one document that says nothing, to see whether it arrives. */
@ApplicationScoped
class WebhookTrial {
  /** Each holds a thread of those that answer requests, for as long as a receiver may take. */
  private static final int AT_ONCE = 8;

  private final WebhookDelivery delivery;
  private final TransportClock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** One of each: nobody holds the places of all. */
  private final Set<OrganisationCode> testing = ConcurrentHashMap.newKeySet();

  WebhookTrial(WebhookDelivery delivery, TransportClock clock) {
    this.delivery = delivery;
    this.clock = clock;
  }

  /** Blocks until it answers, or for as long as it may take. */
  Tested send(WebhookRow webhook) throws InterruptedException {
    if (!testing.add(webhook.force()))
      throw tooMany("another test of " + webhook.force() + " has had no answer yet; try again");
    try {
      if (!places.tryAcquire())
        throw tooMany(
            "as many webhooks as are tested at the same time are being tested; try again");
      return sent(webhook);
    } finally {
      testing.remove(webhook.force());
    }
  }

  private Tested sent(WebhookRow webhook) throws InterruptedException {
    try {
      UUID id = UuidCreator.getTimeOrderedEpoch();
      Answer answer =
          delivery
              .send(webhook, id.toString(), document(webhook, id), () -> true)
              .orElse(new Answer.Failed("it was removed meanwhile", null));
      return new Tested(answer instanceof Answer.Taken, answer.words(), id);
    } finally {
      places.release();
    }
  }

  private static RuntimeException tooMany(String why) {
    return Problems.of(429, "too-many-tests", "Too many", why);
  }

  private String document(WebhookRow webhook, UUID id) {
    var document =
        JournalJson.mapper()
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", id.toString())
            .put("source", "/disseminations/" + webhook.force())
            .put("type", WebhookTest.TYPE)
            .put("subject", webhook.id().toString())
            .put("time", Times.text(clock.instant()))
            .put("datacontenttype", "application/json");
    var said =
        new WebhookTest(webhook.id(), "A test: whoever reads this has nothing to do about it.");
    document.set("data", JournalJson.mapper().valueToTree(said));
    return document.toString();
  }
}
